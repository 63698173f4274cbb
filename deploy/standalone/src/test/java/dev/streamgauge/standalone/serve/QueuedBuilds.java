package dev.streamgauge.standalone.serve;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.pipeline.EventWriter;
import java.time.Instant;

/** Builds that queue up, and start. */
final class QueuedBuilds implements AutoCloseable {

    private final EventWriter writer;

    QueuedBuilds(Platform platform, String prefix) {
        this.writer = new EventWriter(platform.clientConfig(), prefix, "");
    }

    /** Its source says only now that it has been queued since then. */
    void queue(String repository, String run, Instant queued) {
        write(build(repository, run, queued).setState("queued"));
    }

    /** As many, of a hundred repositories. */
    void queueMany(int builds, Instant queued) {
        for (int i = 0; i < builds; i++) {
            BuildChanged.Builder each = build("github.com/acme/shop-" + i % 100, Integer.toString(i), queued);
            writer.write(each.setState("queued").build(), "test");
        }
        writer.flush();
    }

    void start(String repository, String run, Instant queued) {
        write(build(repository, run, queued).setState("running").setStartedAt(Instant.now()));
    }

    private static BuildChanged.Builder build(String repository, String run, Instant queued) {
        Instant now = Instant.now();
        return BuildChanged.newBuilder()
                .setEventId(run + now)
                .setSource("ci")
                .setRepository(repository)
                .setOccurredAt(now)
                .setReceivedAt(now)
                .setRunId(run)
                .setWorkflow("ci")
                .setTrigger("push")
                .setSha("a".repeat(40))
                .setQueuedAt(queued);
    }

    private void write(BuildChanged.Builder build) {
        writer.write(build.build(), "test");
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }
}
