package dev.streamgauge.standalone.explain;

import dev.streamgauge.connectors.files.BadLine;
import dev.streamgauge.connectors.files.EventFiles;
import dev.streamgauge.connectors.files.FilesException;
import dev.streamgauge.connectors.files.LineHandler;
import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Progress;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Events in files. They arrive when they are read. */
public final class FileEvents implements EventSource {

    private final EventFiles files;
    private final Instant arrival;

    private FileEvents(EventFiles files, Instant arrival) {
        this.files = files;
        this.arrival = arrival;
    }

    /**
     * Finds the files.
     *
     * @param standardInput what {@code -} means
     * @throws StandaloneException if one of them cannot be read
     */
    public static FileEvents find(List<String> names, InputStream standardInput, Clock clock) {
        try {
            return new FileEvents(EventFiles.find(names, standardInput), clock.instant());
        } catch (FilesException e) {
            throw new StandaloneException(e.getMessage(), e);
        }
    }

    @Override
    public void read(Reading reading) {
        try (Progress progress = new Progress("Reading", files.bytes(), Progress.Screen.stderr())) {
            files.read(new Lines(reading), progress::add);
        }
    }

    private final class Lines implements LineHandler {

        private final Reading reading;

        Lines(Reading reading) {
            this.reading = reading;
        }

        @Override
        public void event(SpecificRecord event, String origin) {
            if (reading.wants(EventTopics.keyOf(event))) {
                reading.take(event, arrival, origin);
            }
        }

        @Override
        public void bad(BadLine line) {
            reading.refuse(line.file() + ":" + line.line(), line.reason().code(), line.message());
        }
    }
}
