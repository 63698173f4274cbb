package dev.streamgauge.standalone.report;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;

/** The current records of a topic in the order of their keys. Values wait in a file that deletes itself: a section may be larger than memory. */
final class CurrentRecords implements AutoCloseable {

    private final NavigableMap<Bytes, Long> places = new TreeMap<>();
    private final FileChannel file;
    private final DataOutputStream values;
    private long end;

    CurrentRecords() throws IOException {
        Path path = Files.createTempFile("streamgauge-report-", ".tmp");
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.values = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    }

    /** The key's value is this from now on; null: there is none any more. */
    void put(SpecificRecord key, byte[] value) {
        Bytes order = KeyOrder.of(key);
        if (value == null) {
            places.remove(order);
            return;
        }
        try {
            values.writeInt(value.length);
            values.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        places.put(order, end);
        end += Integer.BYTES + value.length;
    }

    /** Hands out the values. */
    void each(Consumer<byte[]> reader) throws IOException {
        values.flush();
        for (long place : places.values()) {
            int length = read(place, Integer.BYTES).getInt();
            reader.accept(read(place + Integer.BYTES, length).array());
        }
    }

    private ByteBuffer read(long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                throw new IOException("the file of the report's rows ends early");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        values.close();
    }
}
