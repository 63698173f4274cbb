package dev.streamgauge.connectors.providers;

import dev.streamgauge.connectors.providers.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
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
}
