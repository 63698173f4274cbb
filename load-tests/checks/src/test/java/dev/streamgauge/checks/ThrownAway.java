package dev.streamgauge.checks;

import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Everything that processors have made of events, thrown away as docs/operations.md says of a full replay. The topics of results must be created anew. */
public final class ThrownAway {

    /** One who comes back within the session's time finds its place: until then it has not left. */
    private static final Duration SESSION = Duration.ofMinutes(1);

    private ThrownAway() {}

    /**
     * Throws it away; they must have ended.
     *
     * @param prefix of the topics' names
     * @param state their directory; it need not exist
     */
    public static void all(Admin admin, String prefix, Path state)
            throws ExecutionException, InterruptedException, IOException {
        String application = prefix + "processors";
        Stream<String> own =
                admin.listTopics().names().get().stream().filter(topic -> topic.startsWith(application + "-"));
        Stream<String> results =
                Topics.all().stream().filter(ThrownAway::isMadeOfEvents).map(topic -> topic.name(prefix));
        admin.deleteTopics(Stream.concat(own, results).toList()).all().get();
        Eventually.eventually(SESSION, "nobody is in the group any more", () -> isGone(admin, application));
        wipe(state);
    }

    private static boolean isGone(Admin admin, String group) {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            return e.getCause() instanceof GroupIdNotFoundException;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isMadeOfEvents(Topic<?, ?> topic) {
        return topic.usage().writtenBy().startsWith("processors");
    }

    /** Empties a directory, if it is there. */
    public static void wipe(Path state) throws IOException {
        if (!Files.isDirectory(state)) {
            return;
        }
        try (Stream<Path> all = Files.walk(state)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
