package dev.streamgauge.standalone.serve;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.Notices;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Sees to it that the topics are there before anything writes to them. */
public final class TopicDuty {

    private final ServiceSettings settings;
    private final PrintWriter err;

    public TopicDuty(ServiceSettings settings, PrintWriter err) {
        this.settings = settings;
        this.err = err;
    }

    /**
     * Requires the topics, or creates them. A cluster that does not answer just now is no reason not to start: a service tells its clients to come again.
     *
     * @throws StandaloneException if some are missing, or the cluster refuses
     */
    public void require(List<Topic<?, ?>> topics, boolean create) {
        try (ClusterTopics cluster = new ClusterTopics(settings.admin(), settings.prefix())) {
            List<Topic<?, ?>> missing = cluster.missing(topics);
            if (missing.isEmpty()) {
                return;
            }
            if (!create) {
                throw new StandaloneException(
                        "%s has no topics %s: ./streamgauge topics apply creates them, and so does --create-topics; or have somebody create them who may (schemas/README.md has their settings)"
                                .formatted(settings.bootstrapServers(), names(missing)));
            }
            cluster.create(missing);
            tell("created the topics " + names(missing));
        } catch (ClusterException e) {
            if (!e.isAway() || create) {
                throw new StandaloneException(
                        "Kafka at %s: %s".formatted(settings.bootstrapServers(), e.getMessage()), e);
            }
            requireSameLanguage(e);
            tell("Kafka at %s does not answer yet, the topics are not checked: %s"
                    .formatted(settings.bootstrapServers(), e.getMessage()));
        }
    }

    /** Kafka's clients would go on for ever, and some of them run out of memory on what they take for a length. */
    private void requireSameLanguage(ClusterException silence) {
        Spoken.otherwise(settings.admin()).ifPresent(what -> {
            throw new StandaloneException(what, silence);
        });
    }

    private String names(List<Topic<?, ?>> topics) {
        return topics.stream().map(topic -> topic.name(settings.prefix())).collect(Collectors.joining(", "));
    }

    private void tell(String line) {
        Notices.say(err, line);
    }
}
