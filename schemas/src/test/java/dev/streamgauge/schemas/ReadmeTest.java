package dev.streamgauge.schemas;

import dev.streamgauge.schemas.testkit.GeneratedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theTableOfTopicsIsThatOfTheCode() throws IOException {
        new GeneratedPart(Path.of("README.md"), "topics").requireIs(table());
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
