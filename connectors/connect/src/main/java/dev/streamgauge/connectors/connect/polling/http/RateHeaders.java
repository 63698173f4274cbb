package dev.streamgauge.connectors.connect.polling.http;

import dev.streamgauge.connectors.providers.json.Moments;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What an answer says about the budget, in GitHub's spelling ({@code x-ratelimit-*}) or GitLab's ({@code ratelimit-*}). What it does not say is null.
 *
 * @param reset when {@code remaining} becomes {@code limit} again
 * @param retryAfter how long to wait before the next call
 */
record RateHeaders(Long limit, Long remaining, Instant reset, Duration retryAfter) {

    static RateHeaders of(HttpHeaders headers, Instant now) {
        Long reset = number(headers, "reset");
        return new RateHeaders(
                number(headers, "limit"),
                number(headers, "remaining"),
                reset == null ? null : Moments.ofEpoch(reset),
                headers.firstValue("retry-after")
                        .map(text -> wait(text.strip(), now))
                        .orElse(null));
    }

    private static Long number(HttpHeaders headers, String name) {
        OptionalLong number = headers.allValues("x-ratelimit-" + name).isEmpty()
                ? parsed(headers, "ratelimit-" + name)
                : parsed(headers, "x-ratelimit-" + name);
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static OptionalLong parsed(HttpHeaders headers, String name) {
        try {
            return headers.firstValueAsLong(name);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    // Seconds, or a date (RFC 9110).
    private static Duration wait(String text, Instant now) {
        try {
            if (text.matches("\\d{1,6}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
