package dev.streamgauge.processors.landings;

import java.util.Objects;

/**
 * A commit of which more is known than before.
 *
 * @param before what was known; never null
 * @param after what is known now
 */
public record CommitRevision(String repository, CommitNode before, CommitNode after) {

    public boolean moved() {
        return !Objects.equals(before.position(), after.position());
    }

    /** Whether a search that comes this way may find something else. */
    boolean wayChanged() {
        return !before.linked(Links.Kind.PARENT).equals(after.linked(Links.Kind.PARENT))
                || !before.linked(Links.Kind.PICKED).equals(after.linked(Links.Kind.PICKED));
    }

    public Membership membershipBefore() {
        return Membership.of(repository, before);
    }

    public Membership membershipAfter() {
        return Membership.of(repository, after);
    }
}
