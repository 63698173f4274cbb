package dev.streamgauge.checks.alerting;

import dev.streamgauge.connectors.alerting.testkit.AlertTopic;
import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.connectors.alerting.testkit.Heard;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Answer;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A sink that is killed again and again between a call and its commit. Every second time the answer is held back until it is dead; every other time it is killed as
 * soon as the answer is on its way.
 */
final class KillDrill implements AutoCloseable {

    private static final String PREFIX = "killed.";
    private static final int PARTITIONS = 4;
    private static final int ALERTS_A_ROUND = 2;
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Platform platform = Platform.start(PlatformConfig.temporary());
    private final HttpReceiver pager = new HttpReceiver();
    private final HttpReceiver bot = new HttpReceiver();
    private final Path config;
    private final List<Duration> untilTold = new ArrayList<>();
    private int rounds;

    KillDrill(Path directory) throws IOException {
        platform.createTopics(PREFIX, PARTITIONS);
        this.config = new ServeFile(platform, PREFIX)
                .alerting()
                .pager("pager", "drill", pager)
                .webhook("bot", bot)
                .in(directory.resolve("sink.properties"));
    }

    /** What came of it. */
    KillFigures run(int kills) throws IOException, InterruptedException, ExecutionException {
        begin();
        try (AlertTopic alerts = new AlertTopic(platform.clientConfig(), PREFIX)) {
            for (int kill = 0; kill < kills; kill++) {
                round(alerts);
                kill(kill);
                System.err.printf("kill %d of %d%n", kill + 1, kills);
            }
            for (int i = 0; i < ALERTS_A_ROUND; i++) {
                alerts.ends(name(rounds - 1, i));
            }
        }
        end();
        return new KillFigures(kills, fingerprints(), Heard.by(pager), Heard.by(bot), untilTold);
    }

    // A receiver that is new is told only what fires: from now on they are old ones.
    private void begin() throws IOException, InterruptedException {
        try (ServeProcess sink = start()) {
            sink.awaitReady();
            sink.terminate();
        }
    }

    private ServeProcess start() throws IOException {
        return ServeProcess.launch(config, Map.of(), "--role", "alerting");
    }

    private static String name(int round, int alert) {
        return "r" + round + "a" + alert;
    }

    /** Some new ones fire, and those of the round before end. */
    private void round(AlertTopic alerts) throws ExecutionException, InterruptedException {
        for (int i = 0; i < ALERTS_A_ROUND; i++) {
            alerts.fires(name(rounds, i));
            if (rounds > 0) {
                alerts.ends(name(rounds - 1, i));
            }
        }
        rounds++;
    }

    private void kill(int kill) throws IOException, InterruptedException {
        HttpReceiver victim = kill / 2 % 2 == 0 ? pager : bot;
        boolean held = kill % 2 == 0;
        int before = victim.calls().size();
        int deadly = before + 1 + kill % ALERTS_A_ROUND;
        AtomicReference<ServeProcess> sink = new AtomicReference<>();
        CountDownLatch killed = new CountDownLatch(1);
        victim.answerNth(number -> number < deadly
                ? Answer.of(202)
                : Answer.of(held || number > deadly ? 0 : 202).then(() -> {
                    sink.get().kill();
                    killed.countDown();
                }));
        long start = System.nanoTime();
        sink.set(start());
        if (!killed.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(
                    "Nobody was told within " + SOON + ": " + sink.get().says());
        }
        sink.get().awaitEnd();
        untilTold.add(Duration.ofNanos(victim.calls().get(before).atNanos() - start));
        victim.answer(202);
    }

    private void end() throws IOException {
        int notices = 2 * fingerprints().size();
        try (ServeProcess sink = start()) {
            sink.awaitReady();
            Eventually.eventually(SOON, "all is told", () -> accepted(pager) == notices && accepted(bot) == notices);
        } catch (AssertionError e) {
            System.err.println(e.getMessage()); // The figures say what is missing.
        }
    }

    private static long accepted(HttpReceiver receiver) {
        return Heard.by(receiver).stream()
                .filter(Heard::isAccepted)
                .map(Heard::key)
                .distinct()
                .count();
    }

    private List<String> fingerprints() {
        List<String> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < ALERTS_A_ROUND; i++) {
                all.add(name(round, i));
            }
        }
        return all;
    }

    @Override
    public void close() {
        pager.close();
        bot.close();
        platform.close();
    }
}
