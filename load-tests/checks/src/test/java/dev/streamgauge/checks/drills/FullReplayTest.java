package dev.streamgauge.checks.drills;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Everything but the events is thrown away, as docs/operations.md says, and made of the events again. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class FullReplayTest {

    private static final Duration SESSION = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void aFullReplayEndsWhereTheBatchEnds() throws Exception {
        // Given
        try (Ground ground = Ground.ofOurBroker(directory);
                Drill drill = new Drill(ground, "replay")) {
            Instance instance = drill.instance("one").start();
            drill.feed().at(100);
            drill.awaitResults();
            Path events = drill.feed().stop();
            drill.drain();
            instance.process().terminate();

            // When
            try (Admin admin = Admin.create(ground.clients())) {
                throwAway(admin, drill.prefix());
            }
            wipe(instance.state());
            drill.createTopics();
            instance.start();

            // Then
            drill.verdict(events).requireWell();
        }
    }

    private static void throwAway(Admin admin, String prefix) throws ExecutionException, InterruptedException {
        String application = prefix + "processors";
        List<String> own = admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(application + "-"))
                .toList();
        List<String> results = Topics.all().stream()
                .filter(FullReplayTest::isMadeOfEvents)
                .map(topic -> topic.name(prefix))
                .toList();
        admin.deleteTopics(Stream.concat(own.stream(), results.stream()).toList())
                .all()
                .get();
        Eventually.eventually(SESSION, "nobody is in the group any more", () -> isGone(admin, application));
    }

    // One who comes back within the session's time finds its place: until then it has not left.
    private static boolean isGone(Admin admin, String group) {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isMadeOfEvents(Topic<?, ?> topic) {
        return topic.usage().writtenBy().startsWith("processors");
    }

    private static void wipe(Path state) throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
