package dev.streamgauge.connectors.providers;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A commit's full hash, among texts that may be anything: a branch, a tag, a version, a short hash. */
public final class Sha {

    private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern NOUGHT = Pattern.compile("0+");
    private static final Pattern WITHIN = Pattern.compile("(?<![0-9a-z])[0-9a-f]{40}(?![0-9a-z])");

    private Sha() {}

    /** The hash in lower case; null if the text is null, no full hash, or git's hash of nothing. */
    public static String full(String text) {
        String lower = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return FULL.matcher(lower).matches() && !NOUGHT.matcher(lower).matches() ? lower : null;
    }

    /** The hash of 40 digits that stands apart in a text such as {@code main-3f2a…}; null if there is none, or more than one. */
    public static String within(String text) {
        Matcher matcher = WITHIN.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
        String found = matcher.find() ? matcher.group() : null;
        while (matcher.find()) {
            if (!matcher.group().equals(found)) {
                return null;
            }
        }
        return full(found);
    }
}
