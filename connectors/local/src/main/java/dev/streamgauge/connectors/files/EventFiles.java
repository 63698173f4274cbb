package dev.streamgauge.connectors.files;

import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.avro.specific.SpecificRecord;

/** Files of events in their JSON form, one a line. Read in bounded memory, whatever the files hold. */
public final class EventFiles {

    /** How much is kept of a line that is too large, as evidence. */
    public static final int KEPT_OF_TOO_LARGE = 1 << 16;

    private final List<Source> sources;

    private EventFiles(List<Source> sources) {
        this.sources = sources;
    }

    /**
     * Finds the files, in the order of the names and sorted within a directory. Nothing is read yet.
     *
     * @param names files, of which {@code *.gz} are uncompressed; directories, with all {@code *.ndjson}, {@code *.jsonl} and {@code *.json} below them; and {@code -}
     * @param standardInput what {@code -} means; left open
     * @throws FilesException if a name is no readable file, or a directory without events
     */
    public static EventFiles find(List<String> names, InputStream standardInput) {
        return new EventFiles(SourceFinder.find(names, standardInput));
    }

    /** How many files there are. */
    public int count() {
        return sources.size();
    }

    /** How many bytes there are to read; of the standard input that is not known. */
    public long bytes() {
        return sources.stream().mapToLong(Source::bytes).sum();
    }

    /**
     * Reads everything. A file that breaks off is reported as a bad line, and the next one is read.
     *
     * @param progress told after each reading how many bytes it took, as {@link #bytes()} counts them
     */
    public void read(LineHandler handler, LongConsumer progress) {
        read(line -> List.of(EventJson.parse(line)), handler, progress);
    }

    /** The same for lines that may mean something else than an event each. */
    public void read(LineMeaning meaning, LineHandler handler, LongConsumer progress) {
        sources.forEach(source -> read(source, meaning, handler, progress));
    }

    private static void read(Source source, LineMeaning meaning, LineHandler handler, LongConsumer progress) {
        long line = 0;
        try (InputStream in = source.open(progress)) {
            LineReader lines = new LineReader(in, EventJson.LONGEST_LINE, KEPT_OF_TOO_LARGE);
            for (Line next = lines.next(); next != null; next = lines.next()) {
                line = next.number();
                hand(source, next, meaning, handler);
            }
        } catch (IOException e) {
            String message = "the rest of the file cannot be read: " + e.getMessage();
            handler.bad(new BadLine(source.name(), line + 1, Refusal.UNDECODABLE, message, ByteBuffer.allocate(0), 0));
        }
    }

    private static void hand(Source source, Line line, LineMeaning meaning, LineHandler handler) {
        if (line.isBlank()) {
            return;
        }
        List<SpecificRecord> events;
        try {
            events = parse(line, meaning);
        } catch (BadEventException e) {
            handler.bad(new BadLine(
                    source.name(),
                    line.number(),
                    e.reason(),
                    e.getMessage(),
                    ByteBuffer.wrap(line.bytes()),
                    line.size()));
            return;
        }
        events.forEach(event -> handler.event(event, source.name() + ":" + line.number()));
    }

    private static List<SpecificRecord> parse(Line line, LineMeaning meaning) throws BadEventException {
        if (line.isCut()) {
            String message =
                    "The line has " + line.size() + " bytes; at most " + EventJson.LONGEST_LINE + " are allowed";
            throw new BadEventException(Refusal.TOO_LARGE, message);
        }
        return meaning.of(line.bytes());
    }
}
