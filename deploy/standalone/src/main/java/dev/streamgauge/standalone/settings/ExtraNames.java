package dev.streamgauge.standalone.settings;

import java.util.Arrays;
import java.util.List;

/**
 * Names of settings that Kafka's clients do not know, and classes of the user's own do: those of a login callback handler, say. The user lists them, so that
 * a name that is only misspelled stays a mistake.
 */
final class ExtraNames {

    private final List<String> names;

    /** @param list separated by commas; one that ends in a star stands for all that begin so */
    ExtraNames(String list) {
        names = Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether a name, without the prefix that says for which clients it is, is listed. */
    boolean include(String name) {
        return names.stream()
                .anyMatch(listed -> listed.endsWith("*")
                        ? name.startsWith(listed.substring(0, listed.length() - 1))
                        : name.equals(listed));
    }

    /** What is wrong with the list: a star alone would let every mistake pass. */
    boolean isTooWide() {
        return names.contains("*");
    }
}
