package dev.streamgauge.checks.alerting;

import dev.streamgauge.connectors.alerting.testkit.AlertTopic;
import dev.streamgauge.connectors.alerting.testkit.Eventually;
import dev.streamgauge.connectors.alerting.testkit.Heard;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.SelfSigned;
import dev.streamgauge.connectors.alerting.testkit.TestAlerts;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sink, seven receivers, of which six fail at the same time in six ways while alerts go on; then all are mended. */
final class FaultDrill implements AutoCloseable {

    private static final String PREFIX = "faults.";
    private static final int PARTITIONS = 4;
    private static final Duration CALM = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    /** An alert ends when so many more have begun. */
    private static final int LIFE = 10;

    private static final Pattern LATER =
            Pattern.compile("outcome=\"later\",receiver=\"%s\"} (\\d+)".formatted(Fault.TLS));

    private final Path directory;
    private final Platform platform = Platform.start(PlatformConfig.temporary());
    private final SelfSigned certificate;
    private final HttpReceiver trap = new HttpReceiver();
    private final List<Fault> faults;
    private final Map<String, Long> written = new HashMap<>();
    private final AlertTopic alerts;
    private int fired;

    FaultDrill(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        this.directory = directory;
        this.certificate = SelfSigned.in(directory);
        this.faults = Fault.all(trap, HttpReceiver.secure(certificate));
        platform.createTopics(PREFIX, PARTITIONS);
        this.alerts = new AlertTopic(platform.clientConfig(), PREFIX);
    }

    FaultFigures run(Duration faulty) throws IOException, InterruptedException, ExecutionException {
        try (ServeProcess sink = ServeProcess.start(config(false), "alerting")) {
            sink.awaitReady();
            write(CALM);
            faults.forEach(fault -> fault.receiver().answerNth(fault.answer()));
            long begin = System.nanoTime();
            write(faulty);
            long tlsTried = later(sink);
            faults.forEach(fault -> fault.receiver().answer(202));
            long mended = System.nanoTime();
            endAll();
            awaitAll(faults.stream()
                    .filter(fault -> !fault.name().equals(Fault.TLS))
                    .toList());
            sink.terminate();
            long trusted = trust();
            return new FaultFigures(
                    faults,
                    written,
                    new FaultFigures.Times(begin, mended, trusted),
                    new FaultFigures.Seen(letters(), tlsTried, trap.calls().size(), sink.says()));
        }
    }

    private Path config(boolean trusting) throws IOException {
        ServeFile file = new ServeFile(platform, PREFIX).alerting();
        faults.forEach(fault -> file.pager(fault.name(), "drill", fault.receiver()));
        if (trusting) {
            file.set("alerting.tls.truststore", certificate.store())
                    .set("alerting.tls.truststore.password", SelfSigned.PASSWORD);
        }
        return file.in(directory.resolve("sink.properties"));
    }

    /** One alert a second fires, and another ends. */
    private void write(Duration length) throws ExecutionException, InterruptedException {
        long begin = System.nanoTime();
        for (int second = 1; second <= length.toSeconds(); second++) {
            long next = begin + SECOND.multipliedBy(second).toNanos();
            note(fired, 0);
            alerts.fires(name(fired));
            if (fired >= LIFE) {
                end(fired - LIFE);
            }
            fired++;
            Eventually.eventually(LONG, "a second has passed", () -> System.nanoTime() - next >= 0);
        }
    }

    private void endAll() throws ExecutionException, InterruptedException {
        for (int i = Math.max(0, fired - LIFE); i < fired; i++) {
            end(i);
        }
    }

    private void end(int alert) throws ExecutionException, InterruptedException {
        note(alert, 1);
        alerts.ends(name(alert));
    }

    private void note(int alert, int which) {
        written.put(Heard.pagerKeys(name(alert), TestAlerts.TEN).get(which), System.nanoTime());
    }

    private static String name(int alert) {
        return "a" + alert;
    }

    /** What was refused is in the dead letters, and does not come again. */
    private void awaitAll(List<Fault> some) {
        for (Fault fault : some) {
            Eventually.eventually(LONG, fault.name() + " has been told of everything", () -> {
                Set<String> left = new HashSet<>(written.keySet());
                Heard.by(fault.receiver()).stream()
                        .filter(call -> call.isAccepted() || call.status() == 410)
                        .forEach(call -> left.remove(call.key()));
                return left.isEmpty();
            });
        }
    }

    /** How often it has not taken what it was told, as the sink counts it. */
    private static long later(ServeProcess sink) {
        Matcher count = LATER.matcher(sink.get("/metrics"));
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    /** Starts a sink that trusts the certificate; when. */
    private long trust() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ServeProcess sink = ServeProcess.start(config(true), "alerting")) {
            awaitAll(faults);
            sink.terminate();
        }
        return start;
    }

    private int letters() {
        AtomicInteger letters = new AtomicInteger();
        new TopicReader(platform.clientConfig(), PREFIX)
                .each(Topics.ALERT_DEAD_LETTERS, letter -> letters.incrementAndGet());
        return letters.get();
    }

    @Override
    public void close() {
        alerts.close();
        faults.forEach(fault -> fault.receiver().close());
        trap.close();
        platform.close();
    }
}
