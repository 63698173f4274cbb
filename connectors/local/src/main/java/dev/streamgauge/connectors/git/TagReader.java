package dev.streamgauge.connectors.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** Finds the tags that are deploys, in the order of their time. Tags of files and trees are none. */
final class TagReader {

    /** Tags of tags of tags: deeper nesting than this is a mistake or an attack. */
    private static final int MAX_DEPTH = 100;

    private final CommitReader reader;
    private final CommitNodes commits;
    private final ReadProblems problems;
    private final GitOptions options;

    TagReader(CommitReader reader, CommitNodes commits, ReadProblems problems, GitOptions options) {
        this.reader = reader;
        this.commits = commits;
        this.problems = problems;
        this.options = options;
    }

    List<Tag> read(Repository clone) throws IOException {
        Pattern glob = TagGlob.compile(options.deploysGlob());
        List<Tag> tags = new ArrayList<>();
        for (Ref ref : clone.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
            String name = ref.getName().substring(Constants.R_TAGS.length());
            if (glob.matcher(name).matches()) {
                addIfDeploy(tags, name, ref.getObjectId());
            }
        }
        tags.sort(Tag.IN_TIME);
        return tags;
    }

    private void addIfDeploy(List<Tag> tags, String name, ObjectId target) {
        try {
            Peeled peeled = peel(target);
            if (peeled.type() == Constants.OBJ_COMMIT) {
                addDeploy(tags, name, peeled);
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.unreadableTags++;
        }
    }

    private void addDeploy(List<Tag> tags, String name, Peeled peeled) throws IOException {
        CommitNode commit = commits.readAll(peeled.id());
        long finished = peeled.tagged() == CommitNode.UNKNOWN ? commit.committed : peeled.tagged();
        if (!commit.present) {
            problems.unreadableTags++;
        } else if (finished == CommitNode.UNKNOWN) {
            problems.datelessTags++;
        } else {
            tags.add(new Tag(name, commit, possible(finished)));
        }
    }

    private Instant possible(long finished) {
        problems.movedDeploys += finished < LandingTimes.FIRST_SECOND ? 1 : 0;
        problems.futureDeploys += finished > LandingTimes.lastSecond(options.receivedAt()) ? 1 : 0;
        return Instant.ofEpochSecond(Math.max(LandingTimes.FIRST_SECOND, finished));
    }

    /** The outermost annotation says when the tag was made. */
    private Peeled peel(ObjectId target) throws IOException {
        if (target == null) {
            throw new IOException("the tag points to nothing");
        }
        ObjectId id = target;
        long tagged = CommitNode.UNKNOWN;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            int type = reader.type(id);
            if (type != Constants.OBJ_TAG) {
                return new Peeled(id, type, tagged);
            }
            RawObject tag = reader.read(id, type);
            tagged = depth == 0 ? tag.seconds("tagger") : tagged;
            id = tag.ids("object").stream().findFirst().orElseThrow(() -> new IOException("the tag has no object"));
        }
        throw new IOException("the tag is nested too deeply");
    }

    /** @param tagged epoch seconds of the outermost annotation, or {@link CommitNode#UNKNOWN} */
    private record Peeled(ObjectId id, int type, long tagged) {}
}
