package dev.streamgauge.standalone.serve;

import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

    FakePager pager;
    FakePager other;

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
        pager = new FakePager();
        other = new FakePager();
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
        return Files.writeString(directory.resolve(prefix + "properties"), """
                bootstrap.servers=%s
                schema.registry.url=%s
                topic.prefix=%s
                consumer.session.timeout.ms=6000
                consumer.heartbeat.interval.ms=1000
                alerting.management.listen=127.0.0.1:0
                alerting.allow.hosts=127.0.0.1
                alerting.receiver.pager.type=pagerduty
                alerting.receiver.pager.routing.key=%s
                alerting.receiver.pager.url=%s
                alerting.receiver.pager.timeout.ms=%d
                alerting.receiver.pager.backoff.ms=50
                alerting.receiver.pager.backoff.max.ms=200
                alerting.receiver.pager.retry.after.max.ms=1500
                alerting.receiver.other.type=pagerduty
                alerting.receiver.other.routing.key=%s
                alerting.receiver.other.url=%s
                """.formatted(
                        platform.bootstrapServers(),
                        platform.registryUrl(),
                        prefix,
                        ROUTING_KEY,
                        pager.url(),
                        timeout.toMillis(),
                        ROUTING_KEY,
                        other.url()));
    }

    ServeProcess serve(Path config) throws IOException {
        return ServeProcess.start(config, Map.of(), "--role", "alerting", "--create-topics");
    }

    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within %s: %s".formatted(SOON, what));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    static String get(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return reply.statusCode() + " " + reply.body();
        } catch (IOException e) {
            return "none";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void awaitReady(ServeProcess sink) {
        eventually("the sink is ready", () -> get(sink.management() + "/readyz").startsWith("200"));
    }
}
