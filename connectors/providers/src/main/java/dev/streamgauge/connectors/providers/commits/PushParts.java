package dev.streamgauge.connectors.providers.commits;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.Trailer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Cuts the commits of a push into parts that fit a Kafka record. */
public final class PushParts {

    private static final int MAX_COMMITS = 500;
    private static final int MAX_BYTES = 400_000;
    private static final int HASH_BYTES = 66;
    private static final int OTHER_BYTES = 160;

    private PushParts() {}

    /**
     * The same commits in the same order; at least one part, and no empty part unless there are no commits.
     *
     * @param bytes the most that a commit takes on the wire; see {@link #bytes}
     */
    public static <T> List<List<T>> split(List<T> commits, ToIntFunction<T> bytes) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        int sum = 0;
        for (int i = 0; i < commits.size(); i++) {
            int size = bytes.applyAsInt(commits.get(i));
            if (i > from && (i - from == MAX_COMMITS || sum + size > MAX_BYTES)) {
                parts.add(commits.subList(from, i));
                from = i;
                sum = 0;
            }
            sum += size;
        }
        parts.add(commits.subList(from, commits.size()));
        return parts;
    }

    /**
     * The push in as many parts as it needs, each with its number.
     *
     * @param ids gives each further part its event id
     */
    public static List<CommitPushed> split(CommitPushed push, Supplier<String> ids) {
        List<List<Commit>> parts = split(push.getCommits(), PushParts::bytes);
        List<CommitPushed> pushes = new ArrayList<>(parts.size());
        for (List<Commit> commits : parts) {
            CommitPushed part = CommitPushed.newBuilder(push).build();
            part.setEventId(pushes.isEmpty() ? push.getEventId() : ids.get());
            part.setPart(pushes.size() + 1);
            part.setParts(parts.size());
            part.setCommits(List.copyOf(commits));
            pushes.add(part);
        }
        return pushes;
    }

    /** At most so many bytes on the wire for a commit with so many other hashes, and no services. */
    public static int bytes(int hashes, List<Trailer> trailers) {
        int size = OTHER_BYTES + HASH_BYTES * (2 + hashes);
        for (Trailer trailer : trailers) {
            size += text(trailer.getKey()) + text(trailer.getValue());
        }
        return size;
    }

    private static int bytes(Commit commit) {
        int hashes = size(commit.getParents())
                + commit.getPickedFrom().size()
                + commit.getReverts().size();
        int size = bytes(hashes, commit.getTrailers());
        for (String service : commit.getServices() == null ? List.<String>of() : commit.getServices()) {
            size += text(service);
        }
        return size;
    }

    private static int size(List<String> list) {
        return list == null ? 0 : list.size();
    }

    /** A character has at most three bytes in UTF-8. */
    private static int text(String text) {
        return 2 + 3 * text.length();
    }
}
