package dev.streamgauge.connectors.connect.shell;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** What single settings must be. */
final class Checks {

    private Checks() {}

    static Validator url() {
        return check(Checks::isUrl, "an address that begins with https:// (or http://), without a query");
    }

    static Validator notEmpty() {
        return check(text -> !text.isBlank(), "a text that is not empty");
    }

    static Validator topicPrefix() {
        return check(text -> text.matches("[a-zA-Z0-9._-]{0,150}"), "letters, digits, dots, dashes and underscores");
    }

    static Validator timeOrEmpty() {
        return check(
                text -> text.isBlank() || time(text) != null, "a date (2026-01-31) or a time (2026-01-31T00:00:00Z)");
    }

    static Validator among(List<String> known) {
        return (name, value) -> {
            if (value instanceof List<?> values && !known.containsAll(values)) {
                throw new ConfigException(name, value, "Each must be one of " + String.join(", ", known));
            }
        };
    }

    /** The time of a text, or null. */
    static Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text.strip());
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // A missing value is complained about by the definition itself.
    private static Validator check(Predicate<String> right, String expected) {
        return (name, value) -> {
            if (value != null && !right.test(value.toString())) {
                throw new ConfigException(name, value, "It should be " + expected);
            }
        };
    }
}
