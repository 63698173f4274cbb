package dev.streamgauge.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenCloneTest {

    @TempDir
    Path temporary;

    private Path directory;
    private TestClone clone;

    @BeforeEach
    void create() throws IOException {
        directory = Files.createDirectories(temporary.resolve("Acme/Shop"));
        clone = TestClone.in(directory);
    }

    @AfterEach
    void close() {
        clone.close();
    }

    @Test
    void aSubdirectoryIsTheClone() throws IOException {
        // Given
        commitTwice();
        Path below = Files.createDirectories(directory.resolve("src/main"));

        // When
        GitSummary summary = summary(below);

        // Then
        assertThat(summary.landings()).isEqualTo(2);
    }

    @Test
    void aBareCloneIsNamedByItsRemote() {
        // Given
        commitTwice();
        Path bare = temporary.resolve("bare.git");
        RealGit.run(temporary, "clone", "-q", "--bare", directory.toString(), bare.toString());
        RealGit.run(bare, "remote", "set-url", "origin", "https://ada:secret@github.com/Acme/Shop.git");

        // When
        try (GitHistory history = GitHistory.open(bare)) {
            // Then
            assertThat(history.repository()).isEqualTo("github.com/acme/shop");
            assertThat(history.branch()).isEqualTo("main");
        }
    }

    @Test
    void aLinkedWorkTreeHasItsOwnHeadAndTheClonesName() {
        // Given
        ObjectId root = commitTwice();
        Path linked = temporary.resolve("linked");
        RealGit.run(directory, "worktree", "add", "-q", "-b", "other", linked.toString(), root.name());

        // When
        try (GitHistory history = GitHistory.open(linked)) {
            // Then
            assertThat(history.branch()).isEqualTo("other");
            assertThat(history.repository()).isEqualTo("localhost/acme/shop");
            assertThat(summary(linked).landings()).isEqualTo(1);
        }
    }

    @Test
    void aDetachedHeadIsABranchCalledHead() {
        // Given
        ObjectId root = commitTwice();
        RealGit.run(directory, "update-ref", "--no-deref", "HEAD", root.name());

        // When
        try (GitHistory history = GitHistory.open(directory)) {
            // Then
            assertThat(history.branch()).isEqualTo("HEAD");
            assertThat(summary(directory).landings()).isEqualTo(1);
        }
    }

    @Test
    void aShallowCloneBeginsAtItsEdgeAndSaysSo() {
        // Given
        commitTwice();
        Path shallow = temporary.resolve("shallow");
        RealGit.run(temporary, "clone", "-q", "--depth", "1", "file://" + directory, shallow.toString());

        // When
        GitSummary summary = summary(shallow);

        // Then
        assertThat(summary.landings()).isEqualTo(1);
        assertThat(summary.warnings())
                .singleElement()
                .asString()
                .startsWith("1 commits are the edge of a shallow clone");
    }

    @Test
    void originNamesTheCloneBeforeOtherRemotes() throws IOException {
        // Given
        commitTwice();
        StoredConfig config = clone.repository().getConfig();
        config.setString("remote", "aaa", "url", "https://example.org/other/fork");
        config.setString("remote", "origin", "url", "git@GitHub.com:Acme/Shop.git");
        config.save();

        // When
        try (GitHistory history = GitHistory.open(directory)) {
            // Then
            assertThat(history.repository()).isEqualTo("github.com/acme/shop");
        }
    }

    @Test
    void aCloneWithoutCommitsIsRefused() {
        assertThatThrownBy(() -> GitHistory.open(directory))
                .isInstanceOf(GitException.class)
                .hasMessage(directory + " has no commits yet: its HEAD (refs/heads/main) points to no commit");
    }

    @Test
    void aDirectoryThatIsNoCloneIsRefused() {
        // Given
        Path root = temporary.toAbsolutePath().getRoot();

        // Then
        assertThatThrownBy(() -> GitHistory.open(root))
                .isInstanceOf(GitException.class)
                .hasMessageStartingWith("/ is not a git clone");
    }

    @Test
    void aPathThatDoesNotExistIsRefused() {
        // Given
        Path nowhere = temporary.resolve("nowhere");

        // Then
        assertThatThrownBy(() -> GitHistory.open(nowhere))
                .hasMessage(nowhere + " does not exist: give the directory of a git clone");
    }

    @Test
    void aFileIsRefused() throws IOException {
        // Given
        Path file = Files.writeString(temporary.resolve("file"), "");

        // Then
        assertThatThrownBy(() -> GitHistory.open(file))
                .hasMessage(file + " is a file: give the directory of a git clone");
    }

    @Test
    void aBrokenConfigurationIsRefusedInOneLine() throws IOException {
        // Given
        commitTwice();
        Files.writeString(directory.resolve(".git/config"), "[core\nnonsense");

        // Then
        assertThatThrownBy(() -> GitHistory.open(directory))
                .isInstanceOf(GitException.class)
                .hasMessageStartingWith("cannot open the git clone " + directory)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aCloneWithLongerHashesIsRefused() throws IOException {
        // Given
        commitTwice();
        StoredConfig config = clone.repository().getConfig();
        config.setString("extensions", null, "objectFormat", "sha256");
        config.save();

        // Then
        assertThatThrownBy(() -> GitHistory.open(directory))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("has sha256 hashes");
    }

    @Test
    void aHeadWhoseCommitIsMissingIsRefused() {
        // Given
        ObjectId missing = ObjectId.fromString("1234567890123456789012345678901234567890");
        clone.main(missing);

        // Then
        assertThatThrownBy(() -> summary(directory))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("HEAD's commit " + missing.name() + " is missing");
    }

    @Test
    void readingLeavesTheCloneAsItWas() throws IOException {
        // Given
        commitTwice();
        List<Path> before = files();

        // When
        summary(directory);

        // Then
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted().toList();
        }
    }

    private ObjectId commitTwice() {
        ObjectId root = clone.commit("root", 0);
        clone.main(clone.commit("second", 60, root));
        return root;
    }

    private static GitSummary summary(Path path) {
        try (GitHistory history = GitHistory.open(path)) {
            return history.read(GitOptions.at(TestClone.NOW), commits -> {}).summary();
        }
    }
}
