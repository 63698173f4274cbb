package dev.streamgauge.checks.drills;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import dev.streamgauge.checks.OpenTransactions;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.Organisation;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.serve.ClusterException;
import dev.streamgauge.standalone.serve.ClusterTopics;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;

/** One installation that something is done to, and what it must come to. */
final class Drill implements AutoCloseable {

    static final int PARTITIONS = 2;

    private static final Duration MOST = Duration.ofMinutes(3);

    /** So long after a death what was committed before it may still be on its way. */
    private static final int AFTERMATH_MS = 400;

    private static final int USUAL_REPOSITORIES = 30;
    private static final Instant PAST = Instant.parse("2025-03-03T06:00:00Z");

    private final Ground ground;
    private final String prefix;
    private final Path directory;
    private final List<Instance> instances = new ArrayList<>();
    private final Feed feed;
    private final Outputs outputs;

    /**
     * With topics of its own, and events that nobody has published yet.
     *
     * @param name of the drill; its topics begin with it
     */
    Drill(Ground ground, String name) throws IOException {
        this(ground, name, USUAL_REPOSITORIES);
    }

    /** The same of so many repositories. */
    Drill(Ground ground, String name, int repositories) throws IOException {
        this(ground, name, organisation(repositories));
    }

    Drill(Ground ground, String name, Iterator<? extends SpecificRecord> events) throws IOException {
        this.ground = ground;
        this.prefix = name + ".";
        this.directory = Files.createDirectories(ground.directory().resolve(name));
        createTopics();
        this.feed = new Feed(ground.clients(), prefix, events, directory.resolve("events.ndjson"));
        this.outputs = new Outputs(ground.clients(), prefix);
    }

    /** Creates those that are missing, and waits until they can be written. */
    void createTopics() {
        List<Topic<?, ?>> topics = Topics.all().stream()
                .<Topic<?, ?>>map(topic -> topic.partitions() == 1 ? topic : topic.withPartitions(PARTITIONS))
                .toList();
        try (ClusterTopics cluster = new ClusterTopics(ground.clients(), prefix)) {
            cluster.create(topics);
            eventually(MOST, "the topics can be written", this::leadersAnswer);
        } catch (ClusterException e) {
            throw new IllegalStateException(e);
        }
    }

    // A producer that comes before a leader knows that it leads has been seen not to recover.
    private boolean leadersAnswer() {
        try (Admin admin = Admin.create(ground.clients())) {
            return new OpenTransactions(admin, topic -> topic.startsWith(prefix))
                    .now()
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Events of a past organisation, without end. */
    static Iterator<SpecificRecord> organisation() {
        return organisation(USUAL_REPOSITORIES);
    }

    private static Iterator<SpecificRecord> organisation(int repositories) {
        GeneratorConfig config = GeneratorConfig.of(6)
                .withRepositories(repositories)
                .withStart(PAST)
                .withLength(Duration.ofDays(300));
        Iterator<Emission> emissions = Organisation.of(config).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return emissions.hasNext();
            }

            @Override
            public SpecificRecord next() {
                return emissions.next().event();
            }
        };
    }

    /** Processors that can be started. */
    Instance instance(String name) throws IOException {
        return instance(
                name,
                new ServeFile(
                        ground.brokers().bootstrapServers(), ground.registry().url(), prefix));
    }

    /** The same with a file of the caller's, to which the usual settings of processors are added. */
    Instance instance(String name, ServeFile file) throws IOException {
        Instance instance =
                new Instance(file.processors().set("processors.instance.id", name), directory.resolve(name));
        instances.add(instance);
        return instance;
    }

    String prefix() {
        return prefix;
    }

    Feed feed() {
        return feed;
    }

    Outputs outputs() {
        return outputs;
    }

    /** When the awaited news came, as {@link Outputs#news}; fails with their last words if no processors are left before. */
    long news(Duration atMost) throws InterruptedException {
        eventually(atMost, "new results", () -> {
            boolean news = outputs.hasNews();
            if (!news) {
                requireAlive();
            }
            return news;
        });
        return outputs.news(Duration.ZERO);
    }

    /** Reads what is published. */
    TopicReader reader() {
        return new TopicReader(ground.clients(), prefix);
    }

    /** The state of the processors, which run already. */
    StateRows stateRows() {
        return new StateRows(ground.clients(), prefix + "processors");
    }

    /** Waits until something is published. */
    void awaitResults() throws InterruptedException {
        outputs.awaitNews();
        news(MOST);
    }

    /** Does something that ends all results for a while; the time from then until a subscriber sees the next. */
    Duration outage(Fault fault) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        fault.happens();
        TimeUnit.MILLISECONDS.sleep(AFTERMATH_MS);
        outputs.awaitNews();
        return Duration.ofNanos(news(MOST) - begun);
    }

    /** Waits until all events are processed, and holds all that was published against the oracle. */
    Verdict verdict(Path events) throws IOException {
        Judge judge = new Judge(ground, prefix, this::requireAlive);
        judge.drain();
        return judge.judge(events);
    }

    /** Waits until what was published before is processed. */
    void drain() {
        new Judge(ground, prefix, this::requireAlive).drain();
    }

    private void requireAlive() {
        List<ServeProcess> started = instances.stream()
                .map(Instance::process)
                .filter(Objects::nonNull)
                .toList();
        if (started.stream().noneMatch(ServeProcess::isAlive)) {
            throw new AssertionError("No processors are left: "
                    + started.stream().map(ServeProcess::says).toList());
        }
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        feed.close();
        outputs.close();
    }
}
