package dev.streamgauge.processors.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes a record of a model as a format byte, the row's revision and a CBOR array of its components. Components may be appended: what an
 * older writer left out reads as null, zero or false.
 */
public final class Codec<V> {

    private static final byte FORMAT = 1;
    private static final byte GONE = 2;
    private static final int HEADER = 1 + Long.BYTES;
    private static final CBORMapper MAPPER = CBORMapper.builder()
            .annotationIntrospector(new RecordsAsArrays())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // a question that a record answers is no component
            .build();

    private final String table;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    public Codec(String table, Class<V> type) {
        this.table = table;
        this.writer = MAPPER.writerFor(type);
        this.reader = MAPPER.readerFor(type);
    }

    /** A value and how often it was revised. */
    public record Row<V>(V value, long revision) {}

    public byte[] write(Row<V> row) {
        try {
            byte[] body = writer.writeValueAsBytes(row.value());
            return ByteBuffer.allocate(HEADER + body.length)
                    .put(FORMAT)
                    .putLong(row.revision())
                    .put(body)
                    .array();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a row of " + table, e);
        }
    }

    /**
     * What is kept of a row that was removed: how often it was revised, and when it went.
     *
     * @param at epoch milliseconds, by the wall clock
     */
    static byte[] gone(long revision, long at) {
        return ByteBuffer.allocate(HEADER + Long.BYTES)
                .put(GONE)
                .putLong(revision)
                .putLong(at)
                .array();
    }

    /** When a row was removed, epoch milliseconds; null: it is there. */
    static Long goneAt(byte[] bytes) {
        return bytes.length == HEADER + Long.BYTES && bytes[0] == GONE
                ? ByteBuffer.wrap(bytes, HEADER, Long.BYTES).getLong()
                : null;
    }

    /** How often a row was revised. */
    static long revision(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 1, Long.BYTES).getLong();
    }

    public Row<V> read(byte[] bytes) {
        if (goneAt(bytes) != null) {
            return new Row<>(null, revision(bytes));
        }
        if (bytes.length < HEADER || bytes[0] != FORMAT) {
            throw new IllegalStateException("A row of " + table + " is in format "
                    + Arrays.toString(Arrays.copyOf(bytes, Math.min(1, bytes.length)))
                    + ", but this version reads format " + FORMAT + ": wipe the state directory and replay");
        }
        try {
            return new Row<>(reader.readValue(bytes, HEADER, bytes.length - HEADER), revision(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a row of " + table, e);
        }
    }

    /** Spares the models an annotation on each record. */
    private static final class RecordsAsArrays extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonFormat.Value findFormat(Annotated annotated) {
            return annotated.getRawType().isRecord()
                    ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
                    : super.findFormat(annotated);
        }
    }
}
