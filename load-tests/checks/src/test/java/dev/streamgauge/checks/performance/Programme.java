package dev.streamgauge.checks.performance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.schemas.wire.EventEncoder;
import dev.streamgauge.schemas.wire.Wire;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is to be sent, probes included, in its order: the lines of a file, against which the results are held in the end. */
final class Programme {

    private final Field field;
    private final EventEncoder encoder;

    Programme(Field field) {
        this.field = field;
        this.encoder = new EventEncoder(Wire.from(field.clients()), Field.PREFIX);
    }

    /** Writes as much as so many seconds need. */
    void write(Rate rate, Probes probes, int seconds) throws IOException {
        long count = (long) rate.perSecond() * seconds;
        long every = rate.probeEvery();
        Iterator<Emission> organisation = field.organisation(count - (count + every - 1) / every);
        try (BufferedWriter lines = Files.newBufferedWriter(field.events())) {
            for (long each = 0; each < count; each++) {
                boolean isProbe = each % every == 0;
                lines.write(EventJson.write(
                        isProbe
                                ? probes.event(each / every)
                                : organisation.next().event()));
                lines.write('\n');
            }
        }
    }

    /** All that was written, encoded as it is asked for; whoever asks closes it. */
    @SuppressWarnings("StreamResourceLeak") // It is the caller's.
    Stream<ProducerRecord<byte[], byte[]>> messages() throws IOException {
        return Files.lines(field.events()).map(this::message);
    }

    private ProducerRecord<byte[], byte[]> message(String line) {
        try {
            return encoder.encode(EventJson.parse(line));
        } catch (BadEventException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Lets the processors come to the end of what was sent, and holds their results against the oracle's. Throws if one of them is wrong.
     *
     * @param sent so many of the first; the others are forgotten
     * @return how many results were compared
     */
    long verify(Running running, long sent) throws IOException, ExecutionException, InterruptedException {
        keepFirst(sent);
        field.tracker(Topics.events()).follow(running, field.brokerPid());
        return field.verify();
    }

    private void keepFirst(long sent) throws IOException {
        try (Stream<String> lines = Files.lines(field.events());
                FileChannel channel = FileChannel.open(field.events(), StandardOpenOption.WRITE)) {
            channel.truncate(lines.limit(sent)
                    .mapToLong(line -> line.getBytes(UTF_8).length + 1L)
                    .sum());
        }
    }
}
