package dev.streamgauge.settings.flat;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The types that settings may have. */
final class Kinds {

    private static final List<Kind<?>> USUAL = List.of(
            new Kind<>(int.class, "a whole number above 0", text -> {
                long number = number(text, Integer.MAX_VALUE);
                return number == 0 ? null : (int) number;
            }),
            new Kind<>(long.class, "a whole number above 0", text -> {
                long number = number(text, Long.MAX_VALUE);
                return number == 0 ? null : number;
            }),
            new Kind<>(Duration.class, "a whole number of milliseconds above 0", text -> {
                long millis = number(text, Integer.MAX_VALUE);
                return millis == 0 ? null : Duration.ofMillis(millis);
            }),
            new Kind<>(
                    Boolean.class, "true or false", text -> text.matches("true|false") ? Boolean.valueOf(text) : null),
            new Kind<>(String.class, "a text, not nothing", text -> text),
            new Kind<>(Texts.class, "texts, separated by commas", Kinds::texts),
            new Kind<>(Secret.class, "a text, not nothing", Secret::new),
            new Kind<>(Address.class, "host:port, for example 127.0.0.1:8090", Address::parse),
            new Kind<>(Path.class, "the name of a file", Kinds::path));

    private final Map<Class<?>, Kind<?>> byType = new HashMap<>();

    /** The usual ones, and others. Enums need not be named. */
    Kinds(List<Kind<?>> more) {
        USUAL.forEach(kind -> byType.put(kind.type(), kind));
        more.forEach(kind -> byType.put(kind.type(), kind));
    }

    Kind<?> of(Class<?> type) {
        return byType.computeIfAbsent(type, Kinds::ofEnum);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java cannot name the type of some enum.
    private static Kind<?> ofEnum(Class<?> type) {
        if (!type.isEnum()) {
            throw new IllegalStateException(type + " is no type of a setting");
        }
        return Kind.ofEnum((Class) type);
    }

    /** 0: it is none. */
    private static long number(String text, long most) {
        long number = text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
        return number > most ? 0 : number;
    }

    private static Texts texts(String text) {
        List<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toList());
        return parts.contains("") ? null : new Texts(parts);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
