package dev.streamgauge.connectors.git;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RemoteConfig;

/** Opens a clone wherever in it the user stands, and says what it is called. */
final class LocalClone {

    private LocalClone() {}

    /** The repository to which the path belongs: a clone's directory or one below it, a bare repository, a linked work tree. */
    static Repository open(Path path) {
        QuietSystemReader.install();
        if (!Files.isDirectory(path)) {
            throw new GitException(path + (Files.exists(path) ? " is a file" : " does not exist")
                    + ": give the directory of a git clone");
        }
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder()
                    .setMustExist(true)
                    .findGitDir(path.toRealPath().toFile());
            if (builder.getGitDir() == null) {
                throw new GitException(
                        path + " is not a git clone: neither it nor a directory above it has a .git that can be read");
            }
            return supported(builder.build(), path);
        } catch (IOException | IllegalArgumentException e) {
            throw new GitException("cannot open the git clone " + path + ": " + reason(e), e);
        }
    }

    private static Repository supported(Repository clone, Path path) {
        String hashes = clone.getConfig().getString("extensions", null, "objectformat");
        if (hashes != null && !hashes.equalsIgnoreCase("sha1")) {
            clone.close();
            throw new GitException(
                    "the git clone " + path + " has " + hashes + " hashes: only sha1 can be read so far");
        }
        return clone;
    }

    /** HEAD, which certainly names a commit. */
    static Ref head(Repository clone, Path path) {
        try {
            Ref head = clone.exactRef(Constants.HEAD);
            if (head == null || head.getObjectId() == null) {
                throw new GitException(
                        path + " has no commits yet: its HEAD (" + target(head) + ") points to no commit");
            }
            return head;
        } catch (IOException e) {
            throw new GitException("cannot read HEAD of " + path + ": " + reason(e), e);
        }
    }

    /** The branch that HEAD names, or HEAD itself if it is detached. */
    static String branch(Ref head) {
        return head.isSymbolic() ? Repository.shortenRefName(head.getTarget().getName()) : Constants.HEAD;
    }

    /** The name by the remote called origin, else by the first remote, else by the directory. */
    static String name(Repository clone, Path path) {
        try {
            List<RemoteConfig> remotes = RemoteConfig.getAllRemoteConfigs(clone.getConfig());
            return remotes.stream()
                    .filter(remote -> !remote.getURIs().isEmpty())
                    .min((a, b) -> compare(a.getName(), b.getName()))
                    .map(remote -> CloneName.ofRemote(url(remote), home(clone).toPath()))
                    .orElseGet(() -> CloneName.ofDirectory(home(clone).toPath()));
        } catch (URISyntaxException e) {
            throw new GitException("cannot read the remotes of " + path + ": " + reason(e), e);
        }
    }

    /** What went wrong, on one line, without class names. */
    static String reason(Exception e) {
        String message = e.getMessage() == null ? "it cannot be read" : e.getMessage();
        return message.lines().findFirst().orElse("it cannot be read");
    }

    private static String url(RemoteConfig remote) {
        return remote.getURIs().get(0).toPrivateASCIIString();
    }

    private static int compare(String a, String b) {
        boolean aFirst = a.equals(Constants.DEFAULT_REMOTE_NAME);
        boolean bFirst = b.equals(Constants.DEFAULT_REMOTE_NAME);
        return aFirst == bFirst ? a.compareTo(b) : aFirst ? -1 : 1;
    }

    /** The clone's directory. All work trees of a clone share it. */
    private static File home(Repository clone) {
        File common = clone.getCommonDirectory().getAbsoluteFile();
        return common.getName().equals(Constants.DOT_GIT) ? common.getParentFile() : common;
    }

    private static String target(Ref head) {
        return head == null ? "missing" : head.getTarget().getName();
    }
}
