package dev.streamgauge.standalone.pipeline;

import dev.streamgauge.processors.app.ProcessorsApp;
import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.cli.TopicReader;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** The processors on a platform in this process, with a door for events. */
public final class Pipeline implements AutoCloseable {

    private static final String PREFIX = Topic.DEFAULT_PREFIX;

    private final Platform platform;
    private final ProcessorsApp processors;
    private final EventWriter writer;
    private final Admin admin;
    private final Drain drain;

    private Pipeline(Platform platform, int partitions, Pace pace, Definitions definitions) {
        this.platform = platform;
        platform.createTopics(PREFIX, partitions);
        ProcessorsConfig config = config(platform, pace).with(definitions);
        this.processors = ProcessorsApp.start(config);
        this.writer = new EventWriter(platform.clientConfig(), PREFIX);
        this.admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrapServers()));
        this.drain = new Drain(admin, PREFIX, config.applicationId(), partitions);
    }

    /**
     * Starts the processors on a platform that is running. The platform stays the caller's to close.
     *
     * @param partitions of each topic, if the topics do not exist yet
     */
    public static Pipeline on(Platform platform, int partitions) {
        return open(platform, partitions, Pace.LIVE, Definitions.DEFAULT);
    }

    /**
     * The same with other definitions, for a past that nobody watches while it is read.
     *
     * @param bytes of events that are going to be read, about; 0 if not known
     * @throws StandaloneException if the platform's results were computed by others
     */
    public static Pipeline overThePast(Platform platform, int partitions, Definitions definitions, long bytes) {
        return open(platform, partitions, Pace.ofPast(bytes), definitions);
    }

    private static Pipeline open(Platform platform, int partitions, Pace pace, Definitions definitions) {
        AgreedDefinitions.require(definitions, platform.dataDirectory(), AgreedDefinitions.OPTIONS);
        return new Pipeline(platform, partitions, pace, definitions);
    }

    private static ProcessorsConfig config(Platform platform, Pace pace) {
        return new ProcessorsConfig(
                platform.bootstrapServers(),
                PREFIX,
                platform.stateDirectory(),
                "standalone",
                pace.engine(),
                Map.of(WireConfig.URL, platform.registryUrl()),
                pace.kafka());
    }

    public EventWriter writer() {
        return writer;
    }

    /** Reads what the processors have published. */
    public TopicReader reader() {
        return new TopicReader(platform.clientConfig(), PREFIX);
    }

    /** How to reach the brokers and the registry. */
    public Map<String, Object> clientConfig() {
        return platform.clientConfig();
    }

    /** How many events are in the topics. */
    public long events() {
        return drain.events();
    }

    /**
     * Waits until every event written so far is processed and its results are visible.
     *
     * @throws StandaloneException if the processors have stopped
     */
    public void drain(Progress progress) {
        writer.flush();
        drain.await(progress, this::check);
    }

    /** Fails if the processors have stopped. */
    public void check() {
        processors.failure().ifPresent(reason -> {
            throw new StandaloneException(reason);
        });
    }

    @Override
    public void close() {
        writer.close();
        processors.close();
        admin.close();
    }
}
