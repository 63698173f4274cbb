package dev.streamgauge.processors.explain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an explanation is asked for. */
public sealed interface Subject {

    /** Canonical, lower case. */
    String repository();

    /** A change request. */
    record Request(String repository, String number) implements Subject {}

    /** A commit: the changes that own it are explained. */
    record Commit(String repository, String prefix) implements Subject {}

    /** The attempts of a deploy, or one of them, in all lanes. */
    record Deployment(String repository, String name) implements Subject {}

    /** An incident. */
    record Trouble(String repository, String name) implements Subject {}

    /** The red episodes that a run opened, or one of its attempts. */
    record RedEpisode(String repository, String name) implements Subject {}

    /**
     * A change.
     *
     * @param text {@code host/owner/name#142}, or {@code host/owner/name@sha} with at least seven digits of the hash
     * @throws IllegalArgumentException if it has neither form
     */
    static Subject change(String text) {
        Matcher matcher = Forms.CHANGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no change: write host/owner/name#142, or host/owner/name@sha with at least 7 digits of the hash"
                            .formatted(text));
        }
        String repository = matcher.group("repository").toLowerCase(Locale.ROOT);
        return matcher.group("number") == null
                ? new Commit(repository, matcher.group("sha").toLowerCase(Locale.ROOT))
                : new Request(repository, matcher.group("number"));
    }

    /** The forms of names. */
    final class Forms {

        private static final Pattern CHANGE =
                Pattern.compile("(?<repository>[^\\s#]+/[^\\s#]+?)(#(?<number>.+)|@(?<sha>[0-9a-fA-F]{7,64}))");

        private Forms() {}
    }
}
