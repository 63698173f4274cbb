package dev.streamgauge.connectors.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/** The commits in memory, by their hash. Each is read from the clone once. */
final class CommitNodes {

    private static final int PROGRESS_STEP = 1_000;

    private final ObjectIdOwnerMap<CommitNode> nodes = new ObjectIdOwnerMap<>();
    private final CommitReader reader;
    private final LongConsumer progress;
    private long read;

    /** @param progress told from time to time how many commits were read so far */
    CommitNodes(CommitReader reader, LongConsumer progress) {
        this.reader = reader;
        this.progress = progress;
    }

    CommitNode node(AnyObjectId id) {
        CommitNode known = nodes.get(id);
        if (known != null) {
            return known;
        }
        CommitNode created = new CommitNode(id);
        nodes.add(created);
        return created;
    }

    /** The commit, read together with everything that it can reach. */
    CommitNode readAll(AnyObjectId tip) throws IOException {
        CommitNode start = node(tip);
        Deque<CommitNode> toRead = new ArrayDeque<>();
        toRead.push(start);
        while (!toRead.isEmpty()) {
            CommitNode commit = toRead.pop();
            if (!commit.asked) {
                commit.asked = true;
                reader.fill(commit, this);
                count();
                // The first parent is read next: packs are laid out so.
                for (int i = commit.parents.length - 1; i >= 0; i--) {
                    toRead.push(commit.parents[i]);
                }
            }
        }
        return start;
    }

    private void count() {
        if (++read % PROGRESS_STEP == 0) {
            progress.accept(read);
        }
    }
}
