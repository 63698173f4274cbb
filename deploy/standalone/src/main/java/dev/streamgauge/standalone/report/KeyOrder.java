package dev.streamgauge.standalone.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;

/** Keys as bytes that compare as the keys do: field by field, texts by their UTF-8, times and numbers by their size. */
final class KeyOrder {

    private KeyOrder() {}

    static Bytes of(SpecificRecord key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Schema.Field field : key.getSchema().getFields()) {
            bytes.writeBytes(bytes(key.get(field.pos())));
        }
        return Bytes.wrap(bytes.toByteArray());
    }

    private static byte[] bytes(Object value) {
        if (value instanceof Instant time) {
            return number(time.toEpochMilli());
        }
        return value instanceof Integer number ? number(number) : text(value.toString());
    }

    /** Negative numbers come first if the sign is turned over. */
    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array();
    }

    /** The zero at the end puts a text before those that it begins. */
    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return ByteBuffer.allocate(utf8.length + 1).put(utf8).array();
    }
}
