package dev.streamgauge.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private static final int LONGEST = 200_000;
    private static final int KEPT = 10;

    @Test
    void linesEndInEitherWay() throws IOException {
        assertThat(texts("a\nb\r\nc\rd\n\ne")).containsExactly("a", "b", "c\rd", "", "e");
    }

    @Test
    void nothingHasNoLines() throws IOException {
        assertThat(texts("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 131_072, LONGEST - 1, LONGEST})
    void lineOfAnyAllowedLengthIsWhole(int length) throws IOException {
        // Given
        String text = "x".repeat(length);

        // When
        List<String> lines = texts(text + "\r\n" + text + "\n" + text);

        // Then
        assertThat(lines).containsExactly(text, text, text);
    }

    @ParameterizedTest
    @ValueSource(ints = {LONGEST + 1, LONGEST + 2, 1_000_000})
    void lineThatIsTooLongIsCut(int length) throws IOException {
        // Given
        String text = "x".repeat(length);

        // When
        List<Line> lines = lines(text + "\r\n" + text + "\nshort");

        // Then
        assertThat(lines).extracting(Line::size).containsExactly((long) length, (long) length, 5L);
        assertThat(lines).extracting(Line::isCut).containsExactly(true, true, false);
        assertThat(lines).extracting(line -> line.bytes().length).containsExactly(KEPT, KEPT, 5);
        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
    }

    private static List<String> texts(String content) throws IOException {
        return lines(content).stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Line> lines(String content) throws IOException {
        InputStream in = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        LineReader reader = new LineReader(in, LONGEST, KEPT);
        List<Line> lines = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }
}
