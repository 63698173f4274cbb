package dev.streamgauge.settings.flat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How values of a type are written.
 *
 * @param expected what a text should have been, for a message that says "should be …"
 * @param parse the value of a text that is not empty; null if it is no such value
 */
public record Kind<T>(Class<T> type, String expected, Function<String, T> parse) {

    /** The constants of an enum, in small letters. */
    static <E extends Enum<E>> Kind<E> ofEnum(Class<E> type) {
        List<E> all = List.of(type.getEnumConstants());
        List<String> names = all.stream().map(Kind::name).toList();
        String expected = names.size() < 2
                ? names.toString()
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
        return new Kind<>(
                type,
                expected,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(value -> name(value).equals(text))
                        .findFirst()
                        .orElse(null));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
