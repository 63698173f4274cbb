package dev.streamgauge.connectors.git;

import dev.streamgauge.events.v1.Trailer;
import java.util.ArrayList;
import java.util.List;

/** Cuts the commits of a push into parts that fit a Kafka record. */
final class PushParts {

    private static final int MAX_COMMITS = 500;
    private static final int MAX_BYTES = 400_000;
    private static final int HASH_BYTES = 42;
    private static final int OTHER_BYTES = 160;

    private PushParts() {}

    /** The same commits in the same order; at least one part, and no empty part unless there are no commits. */
    static List<List<CommitNode>> split(List<CommitNode> commits) {
        List<List<CommitNode>> parts = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < commits.size(); i++) {
            int size = size(commits.get(i));
            if (i > from && (i - from == MAX_COMMITS || bytes + size > MAX_BYTES)) {
                parts.add(commits.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        parts.add(commits.subList(from, commits.size()));
        return parts;
    }

    /** At most so many bytes on the wire. */
    private static int size(CommitNode commit) {
        int size = OTHER_BYTES
                + HASH_BYTES
                        * (2 + commit.parents.length + commit.notes.origins().count());
        for (Trailer trailer : commit.notes.trailers()) {
            // A character has at most three bytes in UTF-8.
            size += 4 + 3 * (trailer.getKey().length() + trailer.getValue().length());
        }
        return size;
    }
}
