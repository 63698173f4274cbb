package dev.streamgauge.checks.benchmark;

import dev.streamgauge.processors.app.ProcessorsApp;
import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.Platform;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.streams.StreamsConfig;

/** The processors as the standalone mode runs them, from an empty state to the commit of the last event. */
final class ProcessorsRun implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 50;

    private final Platform platform;
    private final String application;
    private final Admin admin;
    private final WatchSettings watch;
    private ProcessorsApp processors;

    /**
     * A run that is watched.
     *
     * @param number makes it another application, which begins at the first event, with no state; that of an earlier run: goes on from where that stopped
     */
    ProcessorsRun(Platform platform, int number, WatchSettings watch) {
        this.watch = watch;
        this.platform = platform;
        this.application = Backlog.PREFIX + "benchmark-" + number;
        this.admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
    }

    /** Starts them, and waits until they have processed everything. */
    void drain() {
        processors = ProcessorsApp.start(config());
        try {
            long end = end();
            while (committed() < end) {
                processors.failure().ifPresent(reason -> {
                    throw new IllegalStateException(reason);
                });
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (processors != null) {
            processors.close();
        }
        admin.close();
    }

    private ProcessorsConfig config() {
        return new ProcessorsConfig(
                        platform.bootstrapServers(),
                        Backlog.PREFIX,
                        platform.stateDirectory(),
                        application,
                        Engine.DEFAULT.alone(),
                        Map.of(WireConfig.URL, platform.registryUrl()),
                        Map.of(StreamsConfig.APPLICATION_ID_CONFIG, application))
                .with(watch);
    }

    private long end() throws InterruptedException, ExecutionException {
        long end = 0;
        for (var partition : Backlog.partitions()) {
            end += admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
        return end;
    }

    private long committed() throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().values().stream()
                .filter(offset -> offset != null)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }
}
