package dev.streamgauge.standalone.alerts;

import dev.streamgauge.connectors.files.BadLine;
import dev.streamgauge.connectors.files.EventFiles;
import dev.streamgauge.connectors.files.FilesException;
import dev.streamgauge.connectors.files.LineHandler;
import dev.streamgauge.processors.admission.Admission;
import dev.streamgauge.processors.admission.Rejection;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.watch.Rehearsal;
import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Progress;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Events of files in the order in which they were received, as far as the processors would let them in. */
public final class RehearsedEvents implements LineHandler {

    private record Arrived(SpecificRecord event, long at) {}

    private final List<Arrived> events = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    /**
     * Reads files; all of it is held in memory.
     *
     * @param standardInput what {@code -} means
     * @throws StandaloneException if one of them cannot be read
     */
    public static RehearsedEvents read(List<String> names, InputStream standardInput) {
        RehearsedEvents read = new RehearsedEvents();
        try {
            EventFiles files = EventFiles.find(names, standardInput);
            try (Progress progress = new Progress("Reading", files.bytes(), Progress.Screen.stderr())) {
                files.read(read, progress::add);
            }
        } catch (FilesException e) {
            throw new StandaloneException(e.getMessage(), e);
        }
        read.events.sort(Comparator.comparingLong(Arrived::at));
        return read;
    }

    @Override
    public void event(SpecificRecord event, String origin) {
        Instant received =
                (Instant) event.get(event.getSchema().getField("received_at").pos());
        Optional<Rejection> rejection = Admission.check(event, EventTopics.keyOf(event), received, Memory.FOR_EVER);
        if (rejection.isPresent()) {
            refuse(origin, rejection.get().refusal().code(), rejection.get().message());
        } else {
            events.add(new Arrived(event, received.toEpochMilli()));
        }
    }

    @Override
    public void bad(BadLine line) {
        refuse(line.file() + ":" + line.line(), line.reason().code(), line.message());
    }

    private void refuse(String origin, String reason, String message) {
        refused.add(origin + ": " + reason + ": " + message);
    }

    /** Plays them, each at the time at which it was received, and looks once more after the last. */
    public void play(Rehearsal rehearsal, long lookMs) {
        try (Progress progress = new Progress("Playing", events.size(), Progress.Screen.stderr())) {
            for (Arrived arrived : events) {
                rehearsal.take(arrived.event(), arrived.at());
                progress.add(1);
            }
        }
        if (!events.isEmpty()) {
            rehearsal.until(last() + lookMs);
        }
    }

    /** How many there are. */
    public int count() {
        return events.size();
    }

    /** When the first was received, epoch milliseconds. Only if there is one. */
    public long first() {
        return events.get(0).at();
    }

    /** When the last was received, likewise. */
    public long last() {
        return events.get(events.size() - 1).at();
    }

    /** What the processors would not let in, with place and reason, one a line. */
    public List<String> refused() {
        return List.copyOf(refused);
    }
}
