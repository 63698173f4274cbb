package dev.streamgauge.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- topics: generated, see below -->\n";
    private static final String END = "<!-- end of topics -->\n";
    private static final String PROPERTY = "streamgauge.update";

    @Test
    void theTableOfTopicsIsThatOfTheCode() throws IOException {
        // Given
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);

        // When
        String expected = readme.substring(0, begin) + table() + readme.substring(end);

        // Then
        if (Boolean.getBoolean(PROPERTY)) {
            Files.writeString(README, expected);
            return;
        }
        assertThat(readme)
                .as("schemas/README.md is stale: mvn -f schemas/pom.xml test -Dtest=ReadmeTest -D%s=true", PROPERTY)
                .isEqualTo(expected);
    }

    private static String table() {
        return "| topic | key | value | partitions | kept | written by | read by | what it holds |\n|---|---|---|---|---|---|---|---|\n"
                + Topics.all().stream().map(ReadmeTest::row).collect(Collectors.joining());
    }

    private static String row(Topic<?, ?> topic) {
        String kept = topic.retention() == null
                ? "the last of each key"
                : topic.retention().toDays() + " days";
        return String.join(
                        " | ",
                        "| `" + topic.name() + "`",
                        type(topic.keyClass()),
                        type(topic.valueClass()),
                        String.valueOf(topic.partitions()),
                        kept,
                        topic.usage().writtenBy(),
                        topic.usage().readBy(),
                        topic.usage().description())
                + " |\n";
    }

    private static String type(Class<?> type) {
        if (type == String.class) {
            return "text: the repository";
        }
        return type == byte[].class ? "bytes" : "`" + type.getSimpleName() + "`";
    }
}
