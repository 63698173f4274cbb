package dev.streamgauge.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds today's schemas against every released one. {@code mvn test -Dstreamgauge.release=v2 -Dtest=CompatibilityTest} writes today's
 * as those of a release.
 */
class CompatibilityTest {

    private static final String PROPERTY = "streamgauge.release";

    static List<String> released() throws IOException {
        String version = System.getProperty(PROPERTY, "");
        if (version.matches("v\\d+")) {
            Released.write(version);
        }
        return Released.index();
    }

    @ParameterizedTest
    @MethodSource("released")
    void aReleasedRecordIsStillThereAndCompatibleInBothDirections(String file) throws IOException {
        // Given
        assertThat(Released.DIRECTORY.resolve(file))
                .as("A released schema is never removed: take it back from the release's tag")
                .exists();
        Schema current = Released.current().get(Released.record(file));
        assertThat(current)
                .as("%s was released and is gone: a record that is in use may only get a successor beside it", file)
                .isNotNull();

        // When
        List<String> breaks = Compatibility.breaks(Released.schema(file), current);

        // Then
        assertThat(breaks)
                .as(
                        "%s: give a new field a default, never remove or retype one without a default, or make a new version of the"
                                + " topic. If %s is not released yet: mvn test -Dtest=CompatibilityTest -D%s=%s",
                        file, version(file), PROPERTY, version(file))
                .isEmpty();
    }

    private static String version(String file) {
        return file.substring(0, file.indexOf('/'));
    }

    @Test
    void everyPublicRecordIsInAReleaseAndEveryFileInTheIndex() throws IOException {
        // When
        List<String> index = released();

        // Then
        assertThat(index.stream().map(Released::record))
                .as("A new public record: mvn test -Dtest=CompatibilityTest -D%s=<the coming version>", PROPERTY)
                .containsAll(Released.current().keySet());
        try (var files = Files.walk(Released.DIRECTORY)) {
            assertThat(files.filter(file -> file.toString().endsWith(".avsc"))
                            .map(file -> Released.DIRECTORY.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(index);
        }
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aBreakIsFoundAndNamesItsField(Map.Entry<String, String> damage, String expected) {
        // Given
        Schema released = new Schema.Parser().parse(RECORD);
        Schema current = new Schema.Parser().parse(RECORD.replace(damage.getKey(), damage.getValue()));

        // When
        List<String> breaks = Compatibility.breaks(released, current);

        // Then
        assertThat(breaks).anySatisfy(text -> assertThat(text).contains(expected));
    }

    private static final String RECORD = "{\"type\":\"record\",\"name\":\"R\",\"fields\":["
            + "{\"name\":\"id\",\"type\":\"string\"},"
            + "{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}},"
            + "{\"name\":\"n\",\"type\":\"int\",\"default\":1},"
            + "{\"name\":\"parts\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"P\",\"fields\":["
            + "{\"name\":\"sha\",\"type\":\"string\"}]}},\"default\":[]}]}";

    static List<Object[]> damages() {
        String id = "{\"name\":\"id\",\"type\":\"string\"},";
        String sha = "{\"name\":\"sha\",\"type\":\"string\"}";
        return List.of(
                new Object[] {Map.entry(id, ""), "readers of the release cannot read new records: field R.id"},
                new Object[] {
                    Map.entry(id, id + "{\"name\":\"x\",\"type\":\"int\"},"), "cannot be read any more: field R.x"
                },
                new Object[] {Map.entry("\"int\",", "\"long\","), "field R.n (TYPE_MISMATCH"},
                new Object[] {Map.entry("\"default\":1", "\"default\":2"), "field R.n had the default 1 and has 2"},
                new Object[] {
                    Map.entry("timestamp-millis", "time-of-day"), "field R.at was [timestamp-millis] and is [long]"
                },
                new Object[] {Map.entry(sha, sha.replace("string", "int")), "field R.parts.sha (TYPE_MISMATCH"});
    }
}
