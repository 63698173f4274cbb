package dev.streamgauge.processors.settings;

import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.queues.Expiry;
import dev.streamgauge.processors.queues.QueueName;
import dev.streamgauge.processors.settings.ProcessorsSettings.Home;
import dev.streamgauge.processors.telemetry.TelemetrySettings;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.SettingsReader;
import dev.streamgauge.settings.flat.Texts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the settings, and holds them against each other. */
final class ProcessorsSettingsReader {

    private static final int BROKERS_OWN = -1;
    private static final Duration LEAST_MEMORY = Duration.ofDays(2);

    private final Map<String, String> given;
    private final SettingsReader reader;

    ProcessorsSettingsReader(Map<String, String> given) {
        this.given = given;
        this.reader = new SettingsReader(given, Kinds.all());
    }

    ProcessorsSettings read() {
        Groups.Home home = group(Groups.Home.class);
        Groups.Work work = group(Groups.Work.class);
        Groups.Copies copies = group(Groups.Copies.class);
        Groups.Watching watching = group(Groups.Watching.class);
        Groups.Telling telling = group(Groups.Telling.class);
        Groups.Choices choices = group(Groups.Choices.class);
        Map<QueueName, Duration> expiry = expiry();
        reader.requireNothingElse();
        check(home, work);
        if (!reader.mistakes().isEmpty()) {
            throw new SettingsException(reader.mistakes());
        }
        return new ProcessorsSettings(
                new Home(home.state(), home.instanceId(), home.management()),
                engine(work, copies),
                definitions(choices),
                watching.enabled() ? watch(watching, new Expiry(expiry), new Memory(work.forgetAfter())) : null,
                new TelemetrySettings(telling.enabled(), patterns(telling.repositories()), telling.limit()));
    }

    private <R extends Record> R group(Class<R> type) {
        return reader.read(type, "");
    }

    private Map<QueueName, Duration> expiry() {
        Map<QueueName, Duration> after = new EnumMap<>(QueueName.class);
        for (QueueName queue : QueueName.values()) {
            Duration length = reader.read(Groups.Expiring.class, Groups.EXPIRE + queue.label())
                    .after();
            if (length != null) {
                after.put(queue, length);
            }
        }
        return after;
    }

    private void check(Groups.Home home, Groups.Work work) {
        if (home.state() == null && !given.containsKey("processors.state.dir")) {
            reader.mistakes()
                    .add(
                            "processors.state.dir is missing: a directory that nobody cleans up, apart for each instance of the processors");
        }
        if (work.forgetAfter() != null && work.forgetAfter().compareTo(LEAST_MEMORY) < 0) {
            reader.mistakes().add("forget.after should be at least 2d");
        }
    }

    private static Engine engine(Groups.Work work, Groups.Copies copies) {
        int replicationFactor = copies.replicationFactor() == null ? BROKERS_OWN : copies.replicationFactor();
        return new Engine(
                work.threads(),
                Duration.ofMillis(work.commitMs()),
                Duration.ofMillis(work.catchUpMs()),
                copies.standbys(),
                replicationFactor,
                work.recentRows(),
                new Memory(work.forgetAfter()));
    }

    private static Definitions definitions(Groups.Choices choices) {
        return new Definitions(
                patterns(choices.production()),
                patterns(choices.required()),
                choices.failureWindow(),
                choices.baseline(),
                choices.profiles() == null ? Set.of() : choices.profiles().all());
    }

    private static List<Pattern> patterns(Texts texts) {
        return texts == null
                ? List.of()
                : texts.all().stream().map(Pattern::new).toList();
    }

    private static WatchSettings watch(Groups.Watching watching, Expiry expiry, Memory memory) {
        return new WatchSettings(
                watching.interval(), watching.refresh(), watching.history(), watching.settle(), expiry, memory);
    }
}
