package dev.streamgauge.standalone.commands;

import static dev.streamgauge.standalone.report.DeadLetters.header;

import dev.streamgauge.connectors.files.BadLine;
import dev.streamgauge.connectors.files.LineHandler;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.standalone.pipeline.EventWriter;
import java.io.PrintWriter;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Publishes the events of files, sends lines that are none to the dead letters, and tells the user of all that was refused. */
final class Refused implements LineHandler {

    private final EventWriter writer;
    private final PrintWriter err;

    Refused(EventWriter writer, PrintWriter err) {
        this.writer = writer;
        this.err = err;
    }

    @Override
    public void event(SpecificRecord event, String origin) {
        writer.write(event, origin);
    }

    @Override
    public void bad(BadLine line) {
        byte[] evidence = new byte[line.evidence().remaining()];
        line.evidence().duplicate().get(evidence);
        writer.refuse(
                evidence,
                Map.of(
                        DeadLetterHeaders.REASON, line.reason().code(),
                        DeadLetterHeaders.MESSAGE, line.message(),
                        DeadLetterHeaders.ORIGIN, line.file() + ":" + line.line(),
                        DeadLetterHeaders.ORIGINAL_SIZE, Long.toString(line.originalSize())));
    }

    /** Tells of a dead letter: where it came from and why it was refused. */
    void tell(ConsumerRecord<byte[], byte[]> letter) {
        err.printf(
                "%s: %s: %s%n",
                header(letter, DeadLetterHeaders.ORIGIN),
                header(letter, DeadLetterHeaders.REASON),
                header(letter, DeadLetterHeaders.MESSAGE));
        err.flush();
    }
}
