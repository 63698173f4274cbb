package dev.streamgauge.standalone.doctor;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import dev.streamgauge.standalone.cli.TopicRange;
import dev.streamgauge.standalone.cli.TopicReader;
import dev.streamgauge.standalone.deliveries.RawDelivery;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;

/** When a source last sent something: by what the gateway kept, or else by what the processors say of its events. */
final class Arrivals {

    private static final String CHECK = "arrivals";
    /** So many of the last deliveries of each partition are looked at. */
    private static final long LAST = 2_000;

    private final ServiceSettings settings;
    private final Clock clock;

    Arrivals(ServiceSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Finding of(String source, String provider) {
        try {
            Instant kept = kept(source);
            if (kept != null) {
                return Finding.ok(CHECK, "the last delivery of %s arrived %s".formatted(source, ago(kept)));
            }
            Instant event = event(provider);
            return event == null
                    ? nothing(source)
                    : Finding.ok(CHECK, "the last event of %s is of %s".formatted(provider, ago(event)));
        } catch (StandaloneException | KafkaException e) {
            return Finding.wrong(
                    CHECK, "the topics cannot be read: " + Causes.of(e), "may the user of kafka.* read them?");
        }
    }

    private static Finding nothing(String source) {
        return Finding.wrong(
                CHECK,
                "no delivery of %s is among the last that were kept".formatted(source),
                "look at the provider's own list of deliveries, and what it was answered; docs/connect has a page for each");
    }

    private Instant kept(String source) {
        Latest latest = new Latest();
        new TopicRange(settings.consumer(), settings.prefix()).tail(Topics.RAW_EVENTS, LAST, found -> {
            RawDelivery raw = RawDelivery.of(found);
            if (raw.source().equals(source) && !Ping.is(raw.delivery())) {
                latest.at(raw.delivery().receivedAt());
            }
        });
        return latest.time;
    }

    /** The processors may not run yet: then nothing is known. */
    private Instant event(String provider) {
        Latest latest = new Latest();
        try {
            new TopicReader(settings.consumer(), settings.prefix())
                    .latest(Topics.COMPLETENESS)
                    .forEach((key, told) -> {
                        if (told.getSource().equals(provider) && told.getLastEventAt() != null) {
                            latest.at(told.getLastEventAt());
                        }
                    });
        } catch (StandaloneException e) {
            return null;
        }
        return latest.time;
    }

    private String ago(Instant time) {
        Duration since = Duration.between(time, clock.instant());
        String words = since.toDays() > 1
                ? since.toDays() + " days ago"
                : since.toHours() > 1
                        ? since.toHours() + " hours ago"
                        : Math.max(0, since.toMinutes()) + " minutes ago";
        return time + " (" + words + ")";
    }

    private static final class Latest {

        private Instant time;

        void at(Instant other) {
            time = time == null || other.isAfter(time) ? other : time;
        }
    }
}
