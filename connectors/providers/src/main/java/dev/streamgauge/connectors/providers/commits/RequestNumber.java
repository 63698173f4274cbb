package dev.streamgauge.connectors.providers.commits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The change request that a commit message names in its subject. */
public final class RequestNumber {

    /** More digits than any forge will ever count; what is longer is no number of a request. */
    private static final String DIGITS = "([0-9]{1,18})";

    private static final Pattern MERGED = Pattern.compile("Merge pull request #" + DIGITS + "(?![0-9])");
    private static final Pattern SQUASHED = Pattern.compile("\\(#" + DIGITS + "\\)$");

    private RequestNumber() {}

    /** The number in {@code Merge pull request #n …} or {@code … (#n)}, or null. */
    public static String in(String message) {
        String subject = subject(message);
        Matcher merged = MERGED.matcher(subject);
        if (merged.lookingAt()) {
            return merged.group(1);
        }
        Matcher squashed = SQUASHED.matcher(subject);
        return squashed.find() ? squashed.group(1) : null;
    }

    /** The first paragraph on one line, as git shows a subject. */
    private static String subject(String message) {
        StringBuilder subject = new StringBuilder();
        for (String line : (Iterable<String>) message.lines()::iterator) {
            String text = line.stripTrailing();
            if (text.isEmpty() && subject.length() > 0) {
                break;
            }
            if (!text.isEmpty()) {
                subject.append(subject.length() > 0 ? " " : "").append(text);
            }
        }
        return subject.toString();
    }
}
