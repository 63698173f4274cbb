package dev.streamgauge.connectors.providers;

import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How providers spell what git knows of pushes: heads, branches, and lists of commits. */
public final class Git {

    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final String HEADS = "refs/heads/";

    private Git() {}

    /** The hash at a path, which must be a full one. */
    public static String hash(Json json, String... path) throws UnmappableException {
        String hash = Sha.full(json.text(path));
        if (hash == null) {
            throw json.at(path).bad("a full hash of 40 or 64 hexadecimal digits");
        }
        return hash;
    }

    /**
     * The parents that a commit lists; null if it lists none of them, which is not the same as having none.
     *
     * @param hash where each of them has its hash
     */
    public static List<String> parents(Json commit, String... hash) throws UnmappableException {
        if (!commit.at("parents").isList()) {
            return null;
        }
        List<String> parents = new ArrayList<>();
        for (Json parent : commit.list("parents")) {
            parents.add(hash(parent, hash));
        }
        return parents;
    }

    /** Whether there is a hash of zeros at a path: providers so say that a branch is gone, or new. */
    public static boolean isZeros(Json json, String... path) {
        String text = json.textOrNull(path);
        return text != null && ZEROS.matcher(text).matches();
    }

    /** The branch of a full name of a ref; null if that is null, or of a tag or of anything else. */
    public static String branchOrNull(String ref) {
        return ref != null && ref.startsWith(HEADS) && ref.length() > HEADS.length()
                ? ref.substring(HEADS.length())
                : null;
    }

    /** The branch, whether it is told with {@code refs/heads/} or without. Null: not told. */
    public static String shortBranch(String ref) {
        return ref != null && ref.startsWith("refs/") ? branchOrNull(ref) : ref;
    }

    /** The commits of a push, oldest first: a provider that lists the newest first is known by its first being the new head. */
    public static <T> List<T> oldestFirst(List<T> commits, String head, Function<T, String> sha) {
        List<T> ordered = new ArrayList<>(commits);
        if (ordered.size() > 1 && head.equals(sha.apply(ordered.get(0)))) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    /** What a pattern finds in the first line of a message, as its first group; null: nothing. */
    public static String inSubject(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message.lines().findFirst().orElse(""));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Gives commits that are listed of a push as a whole to its branches. Of several branches nobody says which brought which: each tells its head, if that is listed. */
    public static void shareOut(List<Commit> commits, List<CommitPushed> pushes) {
        for (CommitPushed push : pushes) {
            List<Commit> own = pushes.size() == 1
                    ? commits
                    : commits.stream()
                            .filter(commit -> commit.getSha().equals(push.getAfter()))
                            .toList();
            push.setCommits(oldestFirst(own, push.getAfter(), Commit::getSha));
        }
    }
}
