package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.connectors.gateway.signatures.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes values of texts. Each answers null if the text is no such value. */
final class Values {

    private Values() {}

    static Object of(Class<?> type, String text) {
        if (type == int.class || type == long.class) {
            return number(type, text);
        }
        if (type == Duration.class) {
            Object millis = number(int.class, text);
            return millis == null ? null : Duration.ofMillis((int) millis);
        }
        if (type == Address.class) {
            return Address.parse(text);
        }
        if (type == RawMode.class) {
            return named(RawMode.values(), text);
        }
        if (type == From.class) {
            return named(From.values(), text);
        }
        if (type == Scheme.class) {
            return Scheme.named(text);
        }
        return type == Path.class ? path(text) : type == Secret.class ? new Secret(text) : text;
    }

    /** What a text should have been. */
    static String expected(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "a whole number above 0";
        }
        if (type == Duration.class) {
            return "a whole number of milliseconds above 0";
        }
        if (type == Address.class) {
            return "host:port, for example 127.0.0.1:8090";
        }
        if (type == RawMode.class) {
            return "on, redacted or off";
        }
        if (type == From.class) {
            return "earliest or latest";
        }
        if (type == String.class) {
            return "a text, not nothing";
        }
        return type == Scheme.class
                ? "one of " + Arrays.stream(Scheme.values()).map(Scheme::code).collect(Collectors.joining(", "))
                : "the name of a file";
    }

    private static Object number(Class<?> type, String text) {
        long number = text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
        if (number == 0 || (type == int.class && number > Integer.MAX_VALUE)) {
            return null;
        }
        return type == int.class ? (Object) (int) number : (Object) number;
    }

    private static <E extends Enum<E>> E named(E[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(null);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
