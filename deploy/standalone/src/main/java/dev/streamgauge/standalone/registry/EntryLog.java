package dev.streamgauge.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.standalone.StandaloneException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry's memory: one JSON object a line, only ever appended. What is appended survives a power cut. Not thread-safe. */
final class EntryLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EntryLog.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FileChannel channel;
    private long length;

    private EntryLog(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
    }

    /**
     * Opens or creates a log and hands its entries out, oldest first. A last line that was never finished is cut off: nobody was told
     * that it was kept.
     *
     * @throws StandaloneException if a line before the last is damaged, or the file cannot be used
     */
    static EntryLog open(Path file, Consumer<Entry> replay) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            long length = replay(file, replay);
            channel.truncate(length);
            return new EntryLog(channel, length);
        } catch (IOException e) {
            throw new StandaloneException("Cannot use the registry's log " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes all entries, or none. */
    void append(List<? extends Entry> entries) throws IOException {
        ByteBuffer lines = ByteBuffer.wrap(encode(entries));
        long end = length + lines.remaining();
        try {
            while (lines.hasRemaining()) {
                channel.write(lines, end - lines.remaining());
            }
            channel.force(true);
            length = end;
        } catch (IOException e) {
            channel.truncate(length);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static byte[] encode(List<? extends Entry> entries) throws JsonProcessingException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            lines.writeBytes(MAPPER.writerFor(Entry.class).writeValueAsBytes(entry));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** Returns the length of the sound part. */
    private static long replay(Path file, Consumer<Entry> replay) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        for (int line = 1; start < bytes.length; line++) {
            int end = endOfLine(bytes, start);
            Entry entry = end < bytes.length ? decode(bytes, start, end) : null;
            if (entry == null && end + 1 < bytes.length) {
                throw damaged(file, line);
            }
            if (entry == null) {
                LOG.warn("Cut off the unfinished line {} of {}", line, file);
                return start;
            }
            replay.accept(entry);
            start = end + 1;
        }
        return bytes.length;
    }

    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static Entry decode(byte[] bytes, int start, int end) throws IOException {
        try {
            return MAPPER.readValue(bytes, start, end - start, Entry.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static StandaloneException damaged(Path file, int line) {
        return new StandaloneException("The registry's log " + file + " is damaged in line " + line
                + ": mend the line, or start with another data directory");
    }
}
