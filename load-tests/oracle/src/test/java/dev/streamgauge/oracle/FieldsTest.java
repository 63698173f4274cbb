package dev.streamgauge.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows have the fields of the published records: the definitions are stated twice, the names are not. */
class FieldsTest {

    private static final Path SCHEMAS = Path.of("../../schemas/src/main/avro");
    private static final Set<String> NOT_COMPUTED =
            Set.of("revision", "computed_at", "histogram", "recovery_histogram");

    @ParameterizedTest
    @EnumSource
    void aSectionHasTheFieldsOfItsRecordInItsOrder(Section section) throws IOException {
        // Given
        String record = record(section);

        // When
        List<String> columns = Story.ORACLE.query(
                "SELECT column_name FROM (DESCRIBE FROM (SELECT * FROM %s))".formatted(section.title()));

        // Then
        assertThat(columns)
                .containsExactlyElementsOf(fields(record).stream()
                        .filter(field -> !NOT_COMPUTED.contains(field))
                        .toList());
        assertThat(section.key()).isEqualTo(fields(record + "Key"));
    }

    /** The name of its record, as of "red_episodes" RedEpisode. */
    private static String record(Section section) {
        StringBuilder name = new StringBuilder();
        for (String word : section.title().split("_", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return switch (section) {
            case DELIVERIES -> "Delivery";
            case DEPLOYMENTS, COMPLETENESS, BUILD_TIMES -> name.toString();
            default -> name.toString().replaceAll("s$", "");
        };
    }

    private static List<String> fields(String record) throws IOException {
        String all =
                Files.readString(SCHEMAS.resolve("facts.avdl")) + Files.readString(SCHEMAS.resolve("aggregates.avdl"));
        Matcher body = Pattern.compile("record " + record + " \\{(.*?)\n  \\}", Pattern.DOTALL)
                .matcher(all);
        assertThat(body.find()).as(record).isTrue();
        return Pattern.compile("(\\w+)( = [^;]+)?;(\n|$)")
                .matcher(body.group(1))
                .results()
                .map(field -> field.group(1))
                .toList();
    }
}
