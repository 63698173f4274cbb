package dev.streamgauge.connectors.git;

import dev.streamgauge.connectors.providers.commits.MessageReader;
import dev.streamgauge.connectors.providers.commits.RequestNumber;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** Reads single objects, as git shows them: shallow commits have no parents, and replaced objects (git replace) their replacement's content. */
final class CommitReader implements AutoCloseable {

    /** Of a larger object the beginning is read: it has everything but, perhaps, the last trailers. */
    private static final int MAX_BYTES = 1 << 20;

    private final ObjectReader objects;
    private final Set<ObjectId> shallow;
    private final Map<ObjectId, ObjectId> replacements;
    private final MessageReader messages;
    private final ReadProblems problems;

    CommitReader(Repository clone, MessageReader messages, ReadProblems problems) throws IOException {
        this.objects = clone.newObjectReader();
        this.shallow = new HashSet<>(objects.getShallowCommits());
        this.replacements = replacements(clone);
        this.messages = messages;
        this.problems = problems;
    }

    /** The content of a commit or an annotated tag. */
    RawObject read(ObjectId id, int type) throws IOException {
        return new RawObject(bytes(objects.open(replacements.getOrDefault(id, id), type)));
    }

    /** The type of an object, one of JGit's {@code OBJ_} constants. */
    int type(ObjectId id) throws IOException {
        return objects.open(id).getType();
    }

    /** Fills the commit in, with parents that are known or created by {@code nodes}. An absent commit stays as it is. */
    void fill(CommitNode commit, CommitNodes nodes) throws IOException {
        RawObject raw;
        try {
            raw = read(commit, Constants.OBJ_COMMIT);
        } catch (MissingObjectException e) {
            problems.absentParents++;
            return;
        }
        commit.present = true;
        commit.authored = seconds(raw, "author");
        commit.committed = seconds(raw, "committer");
        commit.parents = parents(commit, raw, nodes);
        readMessage(commit, raw);
    }

    private CommitNode[] parents(CommitNode commit, RawObject raw, CommitNodes nodes) {
        if (shallow.contains(commit)) {
            problems.shallowCommits++;
            return commit.parents;
        }
        return raw.ids("parent").stream().map(nodes::node).toArray(CommitNode[]::new);
    }

    private void readMessage(CommitNode commit, RawObject raw) {
        String message = raw.message();
        problems.oddEncodings += raw.hasOddEncoding() ? 1 : 0;
        commit.request = RequestNumber.in(message);
        commit.notes = messages.read(raw.person("author"), message);
    }

    private long seconds(RawObject raw, String name) {
        long seconds = raw.seconds(name);
        problems.unreadableTimes += seconds == CommitNode.UNKNOWN || seconds == RawObject.LAST_SECOND ? 1 : 0;
        return seconds;
    }

    private static byte[] bytes(ObjectLoader loader) throws IOException {
        if (loader.getSize() <= MAX_BYTES) {
            return loader.getCachedBytes(MAX_BYTES);
        }
        try (InputStream stream = loader.openStream()) {
            return stream.readNBytes(MAX_BYTES);
        }
    }

    private static Map<ObjectId, ObjectId> replacements(Repository clone) throws IOException {
        String prefix = "refs/replace/";
        Map<ObjectId, ObjectId> replacements = new HashMap<>();
        for (Ref ref : clone.getRefDatabase().getRefsByPrefix(prefix)) {
            String replaced = ref.getName().substring(prefix.length());
            if (ObjectId.isId(replaced) && ref.getObjectId() != null) {
                replacements.put(ObjectId.fromString(replaced), ref.getObjectId());
            }
        }
        return replacements;
    }

    @Override
    public void close() {
        objects.close();
    }
}
