package dev.streamgauge.processors.definitions;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A pattern of names.
 *
 * @param text with * for any characters and ? for one
 */
public record Pattern(String text) {

    public Pattern {
        Objects.requireNonNull(text, "text");
    }

    public static List<Pattern> all(String... texts) {
        return Stream.of(texts).map(Pattern::new).toList();
    }

    /** Whether a whole name is of this form. */
    public boolean matches(String name) {
        int[] pattern = text.codePoints().toArray();
        int[] letters = name.codePoints().toArray();
        int at = 0;
        int star = -1;
        int retry = 0;
        for (int i = 0; i < letters.length; ) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                retry = i;
            } else if (at < pattern.length && (pattern[at] == '?' || pattern[at] == letters[i])) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        return at == pattern.length;
    }
}
