package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.settings.flat.Setting;
import java.time.Duration;

/** What the gateway does not take. */
public record Limits(
        @Setting(
                name = "gateway.max.body.bytes",
                otherwise = "26214400",
                meaning = "The largest body, before and after decompression. A larger one is answered 413.")
        int maxBody,

        @Setting(
                name = "gateway.max.connections",
                otherwise = "1000",
                meaning = "How many connections may be open at once. Further ones wait to be accepted.")
        int maxConnections,

        @Setting(
                name = "gateway.memory.bytes",
                otherwise = "134217728",
                meaning = "How many bytes of bodies may be in memory at once. Beyond it the answer is 503.")
        long memory,

        @Setting(
                name = "gateway.rate.per.second",
                otherwise = "1000",
                meaning =
                        "How many verified deliveries a second each source may send; ten seconds' worth may come at once. Beyond it the answer is 429.")
        int ratePerSecond,

        @Setting(
                name = "gateway.timeout.header.ms",
                otherwise = "5000",
                meaning = "For how long the head of a request may arrive. Then the answer is 408.")
        Duration headerTimeout,

        @Setting(
                name = "gateway.timeout.body.ms",
                otherwise = "10000",
                meaning = "For how long its body may arrive. Then the answer is 408.")
        Duration bodyTimeout,

        @Setting(
                name = "gateway.timeout.idle.ms",
                otherwise = "30000",
                meaning = "For how long a connection may rest between two requests.")
        Duration idleTimeout,

        @Setting(
                name = "gateway.timeout.answer.ms",
                otherwise = "2000",
                meaning = "For how long the broker may take to acknowledge. Then the answer is 503.")
        Duration answerTimeout,

        @Setting(
                name = "gateway.timeout.stop.ms",
                otherwise = "10000",
                meaning = "For how long a stop waits for requests that have begun.")
        Duration stopTimeout) {}
