package dev.streamgauge.connectors.git;

import java.time.Instant;
import java.util.Comparator;

/** A tag that is a deploy: the commit that it names in the end, and when it was put there. */
record Tag(String name, CommitNode commit, Instant finishedAt) {

    static final Comparator<Tag> IN_TIME = Comparator.comparing(Tag::finishedAt).thenComparing(Tag::name);

    /** Main's history contains the commit, or the commit grew out of main's first-parent line. */
    boolean isOfThisHistory() {
        return commit.landing != null || commit.reachesMain;
    }
}
