package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.connectors.alerting.config.AlertingConfig;
import dev.streamgauge.connectors.alerting.config.ReceiverConfig;
import dev.streamgauge.connectors.alerting.delivery.Backoff;
import dev.streamgauge.connectors.alerting.delivery.DeployTeller;
import dev.streamgauge.connectors.alerting.delivery.Teller;
import dev.streamgauge.connectors.alerting.http.AddressRules;
import dev.streamgauge.connectors.alerting.http.Outgoing;
import dev.streamgauge.connectors.alerting.notices.DeployNews;
import dev.streamgauge.connectors.alerting.receivers.DeployReceiver;
import dev.streamgauge.connectors.alerting.receivers.Receivers;
import dev.streamgauge.operators.Management;
import dev.streamgauge.operators.Vitals;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.settings.match.Glob;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The sink as a service. It has no state but the offsets of its consumer groups, one for each receiver: run as many as you like. What a receiver has not accepted is
 * told again, until it has.
 */
public final class AlertSink implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(15);

    private final Outgoing outgoing;
    private final List<ReceiverLoop> loops = new ArrayList<>();
    private final List<ReceiverLoop> telling;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Object> consumerConfig;
    private final String prefix;
    private final Letters letters;
    private final Management management;

    /**
     * How to reach Kafka and the registry.
     *
     * @param consumer for consumers and our serdes
     * @param producer for producers and our serdes
     * @param admin for administrators
     * @param prefix of the topics' names
     */
    public record Cluster(
            Map<String, Object> consumer, Map<String, Object> producer, Map<String, Object> admin, String prefix) {}

    private AlertSink(AlertingConfig config, Cluster cluster) throws IOException {
        this.consumerConfig = cluster.consumer();
        this.prefix = cluster.prefix();
        this.letters = new Letters(cluster.producer(), prefix);
        this.outgoing = new Outgoing(
                new AddressRules(config.network().allowed()), config.network().trust());
        try {
            config.receivers().forEach((name, receiver) -> loops.add(loop(name, receiver, config)));
            config.receivers()
                    .forEach((name, receiver) -> Receivers.ofDeploys(receiver, outgoing)
                            .ifPresent(deploys -> loops.add(loop(name, receiver, deploys))));
            this.telling = List.copyOf(loops); // Nobody is told later because the upkeep does not run.
            loops.add(upkeep(config, cluster));
            this.management = new Management(
                    config.listen().management(),
                    AlertingConfig.MANAGEMENT_LISTEN,
                    new Vitals(Optional::empty, this::waiting, registry::scrape));
        } catch (IOException | RuntimeException e) {
            loops.forEach(ReceiverLoop::close);
            outgoing.close();
            letters.close();
            throw e;
        }
    }

    /**
     * Starts a sink. Kafka and the receivers need not be there yet.
     *
     * @throws IOException if the port for operators is taken
     * @throws org.apache.kafka.common.KafkaException if the clients refuse their configuration
     * @throws IllegalStateException if the trust store cannot be used
     */
    public static AlertSink start(AlertingConfig config, Cluster cluster) throws IOException {
        AlertSink sink = new AlertSink(config, cluster);
        sink.loops.forEach(ReceiverLoop::start);
        return sink;
    }

    /**
     * What the names of its consumer groups begin with. It asks Kafka about those of former receivers, too.
     *
     * @param prefix of the topics' names
     */
    public static String groups(String prefix) {
        return prefix + Feed.GROUPS;
    }

    private ReceiverLoop loop(String name, ReceiverConfig receiver, AlertingConfig config) {
        InstantSource clock = InstantSource.system();
        Complaints complaints = new Complaints(name, letters, clock);
        Teller teller = new Teller(
                name,
                Receivers.of(receiver, outgoing),
                alert -> config.routes().lead(alert, name),
                clock,
                new Counters(AlertingMetrics.NOTICES, registry, name, complaints::accepted));
        Backoff backoff = new Backoff(receiver.pace(), RandomGenerator.getDefault());
        Turns.Parts parts = new Turns.Parts(teller, backoff, new Reading(consumerConfig), complaints);
        return new ReceiverLoop(Feed.alerts(name, prefix), consumerConfig, consumer -> new Turns(consumer, parts));
    }

    // Apart from the alerts, which must not wait for it.
    private ReceiverLoop loop(String name, ReceiverConfig receiver, DeployReceiver told) {
        InstantSource clock = InstantSource.system();
        List<Glob> environments =
                receiver.deployEnvironments().stream().map(Glob::ofName).toList();
        DeployReader.Parts parts = new DeployReader.Parts(
                new DeployTeller(name, told, clock, new Counters(AlertingMetrics.CHANGES, registry, name, () -> {})),
                new Backoff(receiver.pace(), RandomGenerator.getDefault()),
                Wire.from(consumerConfig).deserializer(Topics.DEPLOY_FACTS.valueClass(), false),
                letters);
        return new ReceiverLoop(Feed.deploys(name, prefix), consumerConfig, consumer -> {
            DeployPlaces places = new DeployPlaces(consumer, () -> new DeployNews(environments), clock);
            return new DeployReader(consumer, places, parts);
        });
    }

    private ReceiverLoop upkeep(AlertingConfig config, Cluster cluster) {
        Upkeep.Parts parts = new Upkeep.Parts(
                new Reading(consumerConfig),
                letters,
                config.receivers().keySet(),
                new ServedGroups(cluster.admin(), prefix),
                InstantSource.system());
        return new ReceiverLoop(Feed.upkeep(prefix), consumerConfig, consumer -> new Upkeep(consumer, parts));
    }

    private Optional<String> waiting() {
        return telling.stream().flatMap(loop -> loop.waiting().stream()).findFirst();
    }

    /** The port on which it answers {@code /livez}, {@code /readyz} and {@code /metrics}. */
    public int managementPort() {
        return management.port();
    }

    /** Takes nothing more, finishes what has begun, and ends. */
    @Override
    public void close() {
        long end = System.nanoTime() + STOP.toNanos();
        loops.forEach(ReceiverLoop::close);
        loops.forEach(loop -> loop.await(Duration.ofNanos(end - System.nanoTime())));
        management.close();
        outgoing.close();
        letters.close();
    }
}
