package dev.streamgauge.standalone.serve;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.settings.ServiceSettings;
import dev.streamgauge.standalone.topics.Creation;
import dev.streamgauge.standalone.topics.Drift;
import dev.streamgauge.standalone.topics.TopicPlan;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Compares the topics of roles with the user's cluster, and puts them in order as far as that harms nobody. */
public final class TopicKeeper {

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(15);
    private static final long PAUSE_MS = 200;

    private final ServiceSettings settings;
    private final List<Topic<?, ?>> topics;
    private final Optional<Short> replicas;

    /** @param replicas of topics that are created; empty: as many as the brokers usually make */
    public TopicKeeper(ServiceSettings settings, Collection<Topic<?, ?>> topics, Optional<Short> replicas) {
        this.settings = settings;
        this.topics = List.copyOf(topics);
        this.replicas = replicas;
    }

    /**
     * What was done.
     *
     * @param left what is for people to do
     */
    public record Done(List<Creation> created, List<Drift> mended, List<Drift> left) {}

    /**
     * What is to be done.
     *
     * @throws StandaloneException if the cluster does not answer, or refuses to
     */
    public TopicPlan plan() {
        try (ClusterTopics cluster = new ClusterTopics(settings.admin(), settings.prefix())) {
            return plan(cluster);
        } catch (ClusterException e) {
            throw failed(e);
        }
    }

    /**
     * Does it. What is not in the catalogue is not touched.
     *
     * @throws StandaloneException if the cluster does not answer, or refuses to
     */
    public Done apply() {
        try (ClusterTopics cluster = new ClusterTopics(settings.admin(), settings.prefix())) {
            List<Creation> missing = plan(cluster).missing();
            cluster.carryOut(missing);
            // What was created has the brokers' own settings, too.
            TopicPlan rest = settled(cluster, plan -> plan.missing().isEmpty());
            cluster.mend(rest.mended());
            settled(cluster, plan -> plan.mended().isEmpty());
            return new Done(missing, rest.mended(), rest.left());
        } catch (ClusterException e) {
            throw failed(e);
        }
    }

    private TopicPlan plan(ClusterTopics cluster) throws ClusterException {
        return TopicPlan.of(topics, cluster.present(topics), replicas);
    }

    // The broker that is asked may not know yet.
    private TopicPlan settled(ClusterTopics cluster, Predicate<TopicPlan> done) throws ClusterException {
        long end = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        TopicPlan plan = plan(cluster);
        while (!done.test(plan) && System.nanoTime() - end < 0) {
            pause();
            plan = plan(cluster);
        }
        if (!done.test(plan)) {
            throw new StandaloneException("It is done, but %s does not show all of it yet: run it again in a while"
                    .formatted(settings.bootstrapServers()));
        }
        return plan;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StandaloneException("Interrupted", e);
        }
    }

    private StandaloneException failed(ClusterException e) {
        String rights =
                e.isRefused() ? ": ./streamgauge topics acls --for-apply prints the rights that this takes" : "";
        return new StandaloneException(
                "Kafka at %s: %s%s".formatted(settings.bootstrapServers(), e.getMessage(), rights), e);
    }
}
