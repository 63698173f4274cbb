package dev.streamgauge.checks.drills;

import dev.streamgauge.checks.OpenTransactions;
import dev.streamgauge.checks.Published;
import dev.streamgauge.checks.Standstill;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.demo.Agreement;
import dev.streamgauge.standalone.pipeline.Drain;
import dev.streamgauge.standalone.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Holds what processors have published against what they had to. */
final class Judge {

    private static final int SHOWN = 10;
    /** Enough for a backlog of minutes on a machine that does other things as well. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ground ground;
    private final String prefix;
    private final Runnable check;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();

    /** @param check called while they work; throws if there is nothing to wait for any longer */
    Judge(Ground ground, String prefix, Runnable check) {
        this.ground = ground;
        this.prefix = prefix;
        this.check = check;
    }

    /** Waits until they have processed what is there now. */
    void drain() {
        try (Admin admin = Admin.create(ground.clients());
                Progress progress = new Progress("Processing", 0, Progress.Screen.stderr())) {
            new Drain(admin, prefix, prefix + "processors", Drill.PARTITIONS).await(progress, this::check);
        }
    }

    /** Looks at all that they have published. */
    Verdict judge(Path events) throws IOException {
        TopicReader reader = new TopicReader(ground.clients(), prefix);
        Report report = Report.read(reader);
        Agreement agreement = Agreement.of(report, events);
        try (Stream<String> lines = Files.lines(events)) {
            return new Verdict(
                    lines.count(),
                    agreement.compared(),
                    agreement.comparison().differences().size(),
                    repeated(reader),
                    left(),
                    report.deadLetters().total(),
                    agreement.comparison().describe(SHOWN));
        }
    }

    private void check() {
        check.run();
        if (System.nanoTime() > deadline) {
            throw new AssertionError(Standstill.describe(ground.brokers().bootstrapServers(), prefix + "processors"));
        }
    }

    /** Those that are still open after the transactions of the dead must have timed out. */
    private List<String> left() {
        try (Admin admin = Admin.create(ground.clients())) {
            return left(admin);
        }
    }

    private List<String> left(Admin admin) {
        OpenTransactions transactions = new OpenTransactions(admin, topic -> topic.startsWith(prefix + "processors"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            List<String> open = transactions.now();
            while (!open.isEmpty() && System.nanoTime() < end) {
                open = transactions.now();
            }
            return open;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long repeated(TopicReader reader) {
        return Stream.concat(Topics.facts().stream(), Topics.aggregates().stream())
                .mapToLong(topic -> Published.repeated(reader, topic))
                .sum();
    }
}
