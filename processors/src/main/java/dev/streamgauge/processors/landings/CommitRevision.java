package dev.streamgauge.processors.landings;

import java.util.Objects;

/**
 * A commit of which more is known than before, or that belongs elsewhere than before, or whose request became a carrier or ceased to be one.
 *
 * @param before what was known; never null
 * @param after what is known now
 * @param membershipBefore what it belonged to
 * @param membershipAfter what it belongs to now
 */
public record CommitRevision(
        String repository,
        CommitNode before,
        CommitNode after,
        Membership membershipBefore,
        Membership membershipAfter) {

    public boolean moved() {
        return !Objects.equals(before.position(), after.position());
    }

    /** Whether a search that comes this way may find something else. */
    boolean wayChanged() {
        return !before.linked(Links.Kind.PARENT).equals(after.linked(Links.Kind.PARENT))
                || !before.linked(Links.Kind.PICKED).equals(after.linked(Links.Kind.PICKED));
    }
}
