package dev.streamgauge.connectors.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** A local git clone, opened for reading: any directory in a work tree, a bare repository, a linked work tree. Not safe for use by several threads. */
public final class GitHistory implements AutoCloseable {

    private final Path path;
    private final Repository clone;
    private final Ref head;
    private final String repository;

    private GitHistory(Path path, Repository clone) {
        this.path = path;
        this.clone = clone;
        this.head = LocalClone.head(clone, path);
        this.repository = LocalClone.name(clone, path);
    }

    /**
     * Opens a clone.
     *
     * @throws GitException if the path belongs to no clone, or the clone has no commits or cannot be read
     */
    public static GitHistory open(Path path) {
        Repository clone = LocalClone.open(path);
        try {
            return new GitHistory(path, clone);
        } catch (GitException e) {
            clone.close();
            throw e;
        }
    }

    /** Canonical, lower case: {@code host/owner/name} by the remote's URL; without a remote {@code localhost/<parent directory>/<directory>}. */
    public String repository() {
        return repository;
    }

    /** What counts as main: the branch of HEAD, or {@code HEAD} if it is detached. */
    public String branch() {
        return LocalClone.branch(head);
    }

    /**
     * Reads the whole history; it stays in memory, at some 150 bytes a commit.
     *
     * @param progress told from time to time how many commits were read so far; their number is not known beforehand
     * @throws GitException if HEAD's commit is missing, or the clone cannot be read
     */
    public GitEvents read(GitOptions options, LongConsumer progress) {
        ReadProblems problems = new ReadProblems();
        try (CommitReader reader = new CommitReader(clone, options.messages(), problems)) {
            CommitNodes commits = new CommitNodes(reader, progress);
            CommitNode tip = commits.readAll(head.getObjectId());
            if (!tip.present) {
                throw new GitException("the clone " + path + " is damaged: HEAD's commit " + tip.sha() + " is missing");
            }
            MainLine main = MainLine.of(tip);
            List<Tag> tags = new TagReader(reader, commits, problems, options).read(clone);
            return events(options, main, tags, problems);
        } catch (IOException e) {
            throw new GitException("cannot read the git clone " + path + ": " + LocalClone.reason(e), e);
        }
    }

    private GitEvents events(GitOptions options, MainLine main, List<Tag> found, ReadProblems problems) {
        Instant[] landedAt = new Instant[main.size()];
        LandingTimes times = new LandingTimes(options.receivedAt(), problems);
        for (int i = 0; i < landedAt.length; i++) {
            landedAt[i] = times.next(main.landing(i));
        }
        DeployTags tags = DeployTags.of(found, LandingTimes.lastSecond(options.receivedAt()));
        EventFactory factory = new EventFactory(repository, branch(), options.receivedAt());
        return new GitEvents(factory, main, landedAt, tags, summary(main, tags, problems));
    }

    private static GitSummary summary(MainLine main, DeployTags tags, ReadProblems problems) {
        return new GitSummary(
                main.commits() + tags.asideCommits(),
                main.size(),
                tags.matching(),
                tags.deploys().size(),
                tags.elsewhere(),
                problems.sentences());
    }

    @Override
    public void close() {
        clone.close();
    }
}
