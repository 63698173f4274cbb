package dev.streamgauge.processors.landings;

import java.util.List;

/**
 * The changes that a commit on main belongs to, and how that is known.
 *
 * @param changes their ids, sorted
 * @param joinedBy merge_sha, subject or push
 */
public record Membership(List<String> changes, String joinedBy) {

    private static final Membership NONE = new Membership(List.of(), null);

    /** What a commit belongs to; none if it is not on main. */
    public static Membership of(String repository, CommitNode commit) {
        if (!commit.onMain()) {
            return NONE;
        }
        if (!commit.linked(Links.Kind.MERGE_OF).isEmpty()) {
            return new Membership(requests(repository, commit.linked(Links.Kind.MERGE_OF)), "merge_sha");
        }
        if (commit.named() != null) {
            return new Membership(requests(repository, List.of(commit.named())), "subject");
        }
        return new Membership(List.of(repository + "@" + commit.position().landing()), "push");
    }

    /** The id of a change that is a request. */
    public static String requestId(String repository, String request) {
        return repository + "#" + request;
    }

    static List<String> requests(String repository, List<String> numbers) {
        return numbers.stream()
                .map(number -> requestId(repository, number))
                .sorted()
                .toList();
    }
}
