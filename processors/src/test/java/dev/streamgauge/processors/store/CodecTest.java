package dev.streamgauge.processors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.streamgauge.processors.store.Codec.Row;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

    record Inner(String name, List<String> names) {}

    /** As an older version of the program knew it. */
    record Old(String text, Inner inner) {}

    /** With components that were appended since. */
    record Now(String text, Inner inner, Long number, List<String> list, int count, boolean flag) {}

    private static final Inner INNER = new Inner("é", List.of("a", ""));

    @Test
    void rowsSurvive() {
        // Given
        Codec<Now> codec = new Codec<>("rows", Now.class);
        Row<Now> row = new Row<>(new Now(null, INNER, -1L, List.of(), 7, true), Long.MAX_VALUE);

        // When
        Row<Now> back = codec.read(codec.write(row));

        // Then
        assertThat(back).isEqualTo(row);
    }

    @Test
    void aRowThatIsGoneKeepsItsRevision() {
        // Given
        Codec<Now> codec = new Codec<>("rows", Now.class);

        // When
        Row<Now> back = codec.read(codec.write(new Row<>(null, 7)));

        // Then
        assertThat(back).isEqualTo(new Row<>(null, 7));
    }

    @Test
    void componentsThatWereAppendedAreUnknownInOldRows() {
        // Given
        byte[] old = new Codec<>("rows", Old.class).write(new Row<>(new Old("text", INNER), 5));

        // When
        Row<Now> now = new Codec<>("rows", Now.class).read(old);

        // Then
        assertThat(now).isEqualTo(new Row<>(new Now("text", INNER, null, null, 0, false), 5));
    }

    @Test
    void aRowIsAFormatByteItsRevisionAndAnArrayWithoutNames() throws Exception {
        // Given
        Codec<Old> codec = new Codec<>("rows", Old.class);

        // When
        byte[] bytes = codec.write(new Row<>(new Old("text", INNER), 258));

        // Then
        assertThat(ByteBuffer.wrap(bytes).get()).isEqualTo((byte) 1);
        assertThat(ByteBuffer.wrap(bytes, 1, 8).getLong()).isEqualTo(258);
        assertThat(new CBORMapper().readValue(bytes, 9, bytes.length - 9, Object.class))
                .isEqualTo(List.of("text", List.of("é", List.of("a", ""))));
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 2, -1})
    void anUnknownFormatIsNamedWithTheRemedy(byte format) {
        // Given
        Codec<Old> codec = new Codec<>("rows", Old.class);
        byte[] bytes = codec.write(new Row<>(new Old("text", INNER), 1));
        bytes[0] = format;

        // When / Then
        assertThatThrownBy(() -> codec.read(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A row of rows is in format [" + format
                        + "], but this version reads format 1: wipe the state directory and replay");
    }

    @Test
    void aRowWithoutAHeaderIsNoRow() {
        // Given
        Codec<Old> codec = new Codec<>("rows", Old.class);

        // When / Then
        assertThatThrownBy(() -> codec.read(new byte[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("A row of rows is in format []");
    }

    @Test
    void aBrokenRowIsNamedByItsTable() {
        // Given
        Codec<Old> codec = new Codec<>("rows", Old.class);
        byte[] bytes = {1, 0, 0, 0, 0, 0, 0, 0, 1, (byte) 0x82};

        // When / Then
        assertThatThrownBy(() -> codec.read(bytes)).hasMessage("Cannot read a row of rows");
    }

    @Test
    void mapsKeepTheirEntries() {
        // Given
        record Counts(Map<String, Long> counts) {}
        Codec<Counts> codec = new Codec<>("counts", Counts.class);
        Row<Counts> row = new Row<>(new Counts(Map.of("failure", 3_000_000_000L, "success", 1L)), 1);

        // When
        Row<Counts> back = codec.read(codec.write(row));

        // Then
        assertThat(back).isEqualTo(row);
    }
}
