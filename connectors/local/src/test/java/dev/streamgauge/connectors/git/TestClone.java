package dev.streamgauge.connectors.git;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A real clone, made commit by commit. Times are seconds after {@link #START}. */
final class TestClone implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Path directory;
    private final Repository repository;

    private TestClone(Path directory, Repository repository) {
        this.directory = directory;
        this.repository = repository;
    }

    static TestClone in(Path directory) {
        QuietSystemReader.install();
        try {
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(directory.resolve(".git").toFile())
                    .setWorkTree(directory.toFile())
                    .build();
            repository.create();
            repository.updateRef(Constants.HEAD).link("refs/heads/main");
            return new TestClone(directory, repository);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long at(long seconds) {
        return START.getEpochSecond() + seconds;
    }

    Path directory() {
        return directory;
    }

    Repository repository() {
        return repository;
    }

    ObjectId commit(String message, long time, ObjectId... parents) {
        return commit(message, time, time, parents);
    }

    ObjectId commit(String message, long authored, long committed, ObjectId... parents) {
        StringBuilder raw =
                new StringBuilder("tree " + insert(Constants.OBJ_TREE, "").name() + "\n");
        for (ObjectId parent : parents) {
            raw.append("parent ").append(parent.name()).append('\n');
        }
        raw.append("author Ada <ada@example.org> ").append(at(authored)).append(" +0100\n");
        raw.append("committer Forge <forge@example.org> ").append(at(committed)).append(" +0000\n\n");
        return insert(Constants.OBJ_COMMIT, raw + message + "\n");
    }

    /** An object with exactly this content, a byte for each character. */
    ObjectId insert(int type, String content) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, content.getBytes(StandardCharsets.ISO_8859_1));
            inserter.flush();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestClone main(ObjectId tip) {
        return ref("refs/heads/main", tip);
    }

    TestClone tag(String name, ObjectId target) {
        return ref("refs/tags/" + name, target);
    }

    /** An annotated tag; returns the tag object. */
    ObjectId annotate(String name, ObjectId target, String type, String tagger) {
        String raw = "object " + target.name() + "\ntype " + type + "\ntag " + name + "\n" + tagger + "\nrelease\n";
        ObjectId tag = insert(Constants.OBJ_TAG, raw);
        tag(name, tag);
        return tag;
    }

    static String tagger(long time) {
        return "tagger Forge <forge@example.org> " + at(time) + " +0000\n";
    }

    /** Written by hand: a library would refuse what is broken. */
    TestClone ref(String name, ObjectId target) {
        Path file = directory.resolve(".git").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, target.name() + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GitEvents read() {
        return read(GitOptions.at(NOW));
    }

    GitEvents read(GitOptions options) {
        try (GitHistory history = GitHistory.open(directory)) {
            return history.read(options, commits -> {});
        }
    }

    static List<SpecificRecord> all(GitEvents events) {
        List<SpecificRecord> records = new ArrayList<>();
        events.forEach(records::add);
        return records;
    }

    static List<CommitPushed> pushes(GitEvents events) {
        return all(events).stream()
                .filter(CommitPushed.class::isInstance)
                .map(CommitPushed.class::cast)
                .toList();
    }

    static List<DeployChanged> deploys(GitEvents events) {
        return all(events).stream()
                .filter(DeployChanged.class::isInstance)
                .map(DeployChanged.class::cast)
                .toList();
    }

    static List<String> shas(CommitPushed push) {
        return push.getCommits().stream().map(Commit::getSha).toList();
    }

    @Override
    public void close() {
        repository.close();
    }
}
