package dev.streamgauge.standalone.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.facts.v1.ChangeKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentRecordsTest {

    @Test
    void shouldHandOutTheLastValueOfEachKeyInTheOrderOfTheKeys() throws IOException {
        // Given
        try (CurrentRecords records = new CurrentRecords()) {
            records.put(new ChangeKey("b", "x"), "second".getBytes(UTF_8));
            records.put(new ChangeKey("a", "z"), "old".getBytes(UTF_8));
            records.put(new ChangeKey("c", "x"), "gone".getBytes(UTF_8));
            records.put(new ChangeKey("a", "z"), "first".getBytes(UTF_8));
            records.put(new ChangeKey("c", "x"), null);
            records.put(new ChangeKey("bb", "a"), "third".getBytes(UTF_8));

            // When
            List<String> found = new ArrayList<>();
            records.each(value -> found.add(new String(value, UTF_8)));

            // Then
            assertThat(found).containsExactly("first", "second", "third");
        }
    }
}
