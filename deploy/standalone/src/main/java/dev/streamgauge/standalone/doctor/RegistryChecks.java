package dev.streamgauge.standalone.doctor;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.wire.RegistryClient;
import dev.streamgauge.schemas.wire.RegistryConfigException;
import dev.streamgauge.schemas.wire.Subjects;
import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;

/** Whether the registry answers, takes our schemas, and has a clock like ours. */
final class RegistryChecks {

    private static final String CHECK = "registry";
    private static final String CLOCK = "clock";
    private static final String PATIENCE_MS = "10000";

    /** The registry tells whole seconds only, and its answer takes its time. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    /** Signed webhooks that are older are refused, and times that are further off are no longer put right. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ServiceSettings settings;

    RegistryChecks(ServiceSettings settings) {
        this.settings = settings;
    }

    /** All subjects of these topics. */
    Finding subjects(Collection<Topic<?, ?>> topics) {
        Map<String, Schema> subjects = subjectsOf(topics);
        try {
            RegistryClient registry = registry();
            List<String> wrong = new ArrayList<>();
            for (Map.Entry<String, Schema> subject : subjects.entrySet()) {
                if (!registry.compatible(subject.getKey(), subject.getValue())) {
                    wrong.add(subject.getKey());
                }
            }
            if (!wrong.isEmpty()) {
                return Finding.wrong(
                        CHECK,
                        "it has schemas with which ours are not compatible: " + String.join(", ", wrong),
                        "is topic.prefix another installation's, or that of a later version?");
            }
            return "false".equals(settings.registry().get(WireConfig.AUTO_REGISTER))
                    ? registered(registry, subjects)
                    : Finding.ok(CHECK, "it answers, and takes our schemas for %d subjects".formatted(subjects.size()));
        } catch (KafkaException e) {
            return Finding.wrong(
                    CHECK, Causes.of(e), "look at %s and the settings of its credentials".formatted(WireConfig.URL));
        }
    }

    private static Finding registered(RegistryClient registry, Map<String, Schema> subjects) {
        List<String> missing = new ArrayList<>();
        subjects.forEach((subject, schema) -> {
            try {
                registry.lookup(subject, schema);
            } catch (RegistryConfigException e) {
                missing.add(subject);
            }
        });
        return missing.isEmpty()
                ? Finding.ok(CHECK, "it answers, and has our schemas for %d subjects".formatted(subjects.size()))
                : Finding.wrong(
                        CHECK,
                        "it does not have our schemas for " + String.join(", ", missing),
                        "register them, or set %s=true".formatted(WireConfig.AUTO_REGISTER));
    }

    private Map<String, Schema> subjectsOf(Collection<Topic<?, ?>> topics) {
        Map<String, Schema> subjects = new LinkedHashMap<>();
        for (Topic<?, ?> topic : topics) {
            String name = topic.name(settings.prefix());
            add(subjects, Subjects.of(name, true), topic.keyClass());
            add(subjects, Subjects.of(name, false), topic.valueClass());
        }
        return subjects;
    }

    private static void add(Map<String, Schema> subjects, String subject, Class<?> type) {
        if (SpecificRecord.class.isAssignableFrom(type)) {
            subjects.put(subject, SpecificData.get().getSchema(type));
        }
    }

    /** This machine's clock beside the registry's: Kafka does not tell its own without a record being written. */
    Finding clock(Clock clock) {
        try {
            return registry()
                    .clock()
                    .map(theirs -> compared(theirs, clock.instant()))
                    .orElse(Finding.warning(
                            CLOCK,
                            "the registry does not tell its time, so this machine's clock is not checked",
                            null));
        } catch (KafkaException e) {
            return Finding.warning(CLOCK, "the registry does not tell its time: " + Causes.of(e), null);
        }
    }

    private static Finding compared(Instant theirs, Instant ours) {
        Duration skew = Duration.between(theirs, ours);
        String says = "this machine's clock is %d s %s the registry's"
                .formatted(skew.abs().toSeconds(), skew.isNegative() ? "behind" : "ahead of");
        String advice = "let both follow NTP: waiting times and alerts are measured with this machine's clock";
        if (skew.abs().compareTo(TOLERATED) <= 0) {
            return Finding.ok(CLOCK, "this machine's clock and the registry's agree");
        }
        return skew.abs().compareTo(LONGEST) <= 0
                ? Finding.warning(CLOCK, says, advice)
                : Finding.wrong(CLOCK, says, advice);
    }

    private RegistryClient registry() {
        Map<String, Object> config = new HashMap<>(settings.producer());
        config.putIfAbsent(WireConfig.RETRY_MS, PATIENCE_MS);
        return Wire.from(config).registry();
    }
}
