package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.settings.flat.Setting;
import java.time.Duration;

/** How patient to be with a receiver. */
public record Pace(
        @Setting(name = "timeout.ms", otherwise = "10000", meaning = "For one call, with its answer.")
        Duration timeout,

        @Setting(
                name = "backoff.ms",
                otherwise = "1000",
                meaning =
                        "The first rest after a failure is a random time up to this; each further one up to twice as long.")
        Duration firstRest,

        @Setting(name = "backoff.max.ms", otherwise = "60000", meaning = "The longest of these rests.")
        Duration longestRest,

        @Setting(
                name = "retry.after.max.ms",
                otherwise = "900000",
                meaning = "The longest `Retry-After` that is honoured.")
        Duration longestWait) {}
