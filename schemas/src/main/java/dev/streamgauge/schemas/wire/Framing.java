package dev.streamgauge.schemas.wire;

import java.nio.ByteBuffer;

/** Confluent's framing: a zero byte, then the schema's id in four bytes, big end first. */
final class Framing {

    static final byte MAGIC = 0;
    static final int HEADER = 5;

    private Framing() {}

    /** The id of the schema that the bytes were written with. */
    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new UndecodableException("Only " + bytes.length + " bytes: not Avro in Confluent's framing");
        }
        if (bytes[0] != MAGIC) {
            throw new UndecodableException(
                    "The first byte is " + (bytes[0] & 0xff) + " instead of 0: not Avro in Confluent's framing");
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }
}
