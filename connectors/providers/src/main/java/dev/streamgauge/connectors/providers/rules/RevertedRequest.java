package dev.streamgauge.connectors.providers.rules;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The request that a request's text says it reverts, as forges write it into the description of a revert. */
final class RevertedRequest {

    private static final Pattern LINE = Pattern.compile(
            "^(?:Reverts|This reverts merge request)\\s+([^\\s#!]{0,400})[#!]([0-9]{1,18})\\b",
            Pattern.CASE_INSENSITIVE);

    private RevertedRequest() {}

    /** Its number; null if the text names none, or one of another repository. */
    static String in(String description, String repository) {
        if (description == null) {
            return null;
        }
        return description
                .lines()
                .map(LINE::matcher)
                .filter(line -> line.find() && isOf(repository, line))
                .map(line -> line.group(2))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(String repository, Matcher line) {
        String named = line.group(1).toLowerCase(Locale.ROOT);
        return named.isEmpty() || repository.endsWith("/" + named);
    }
}
