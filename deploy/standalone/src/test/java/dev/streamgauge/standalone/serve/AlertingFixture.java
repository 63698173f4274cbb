package dev.streamgauge.standalone.serve;

import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.connectors.alerting.testkit.Heard;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.testkit.ServeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real broker, two receivers, and the sink as a process of its own. */
abstract class AlertingFixture {

    static final Duration SOON = Duration.ofSeconds(60);
    static final String ROUTING_KEY = "c4n4ry-r0ut1ng-k3y";
    static final String KEY = "-1772445600000";

    static Platform platform;

    @TempDir
    Path directory;

    HttpReceiver pager;
    HttpReceiver other;

    @BeforeAll
    static void start() {
        platform = Platform.start(PlatformConfig.temporary());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void startReceivers() throws IOException {
        pager = new HttpReceiver();
        other = new HttpReceiver();
    }

    @AfterEach
    void stopReceivers() {
        pager.close();
        other.close();
    }

    Path config(String prefix) throws IOException {
        return config(prefix, SOON);
    }

    /**
     * The settings of a sink.
     *
     * @param timeout how long it waits for the pager. On a busy machine a short one is over before a sound pager has answered
     */
    Path config(String prefix, Duration timeout) throws IOException {
        String settings = "alerting.receiver.pager.";
        return new ServeFile(platform, prefix)
                .alerting()
                .pager("pager", ROUTING_KEY, pager)
                .set(settings + "timeout.ms", timeout.toMillis())
                .set(settings + "backoff.ms", 50)
                .set(settings + "backoff.max.ms", 200)
                .set(settings + "retry.after.max.ms", 1500)
                .pager("other", ROUTING_KEY, other)
                .in(directory.resolve(prefix + "properties"));
    }

    static void eventually(String what, BooleanSupplier condition) {
        Eventually.eventually(SOON, what, condition);
    }

    /** What a pager heard, whatever it answered, as {@code trigger f1-1772445600000}. */
    static List<String> heard(HttpReceiver receiver) {
        return Heard.keys(receiver);
    }

    /** The same, each once. */
    static List<String> distinct(HttpReceiver receiver) {
        return heard(receiver).stream().distinct().toList();
    }
}
