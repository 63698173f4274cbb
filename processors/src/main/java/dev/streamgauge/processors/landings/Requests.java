package dev.streamgauge.processors.landings;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Millis;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The requests of a repository by number and by branch, and its long-lived branches. */
public final class Requests {

    public static final TableSpec<RequestNode> REQUESTS = new TableSpec<>(
            "landings",
            "requests",
            RequestNode.class,
            "the remembered requests, and those that remembered commits on main name");
    public static final TableSpec<Branch> LONG_LIVED = new TableSpec<>(
            "landings",
            "long-lived-branches",
            Branch.class,
            "the default branches, and those that something was merged into within memory or that a remembered request is from");
    static final TableSpec<RequestName> BY_BRANCH =
            new TableSpec<>("landings", "requests-by-branch", RequestName.class, "as many as requests");

    private final Table<RequestNode> requests;
    private final Table<Branch> longLived;
    private final Table<RequestName> byBranch;

    Requests(Tables tables) {
        this.requests = tables.table(REQUESTS);
        this.longLived = tables.table(LONG_LIVED);
        this.byBranch = tables.table(BY_BRANCH);
    }

    /** What is known of a request; never null. */
    RequestNode request(String repository, String number) {
        RequestNode node = requests.get(Key.of(repository).and(number));
        return node == null ? RequestNode.unknown(number) : node;
    }

    void put(String repository, RequestNode node) {
        requests.put(Key.of(repository).and(node.request()), node);
    }

    /** Learns that a commit on main names a request. */
    void mention(String repository, String number, String sha) {
        RequestNode before = request(repository, number);
        RequestNode after = before.mentionedBy(sha);
        if (!after.equals(before)) {
            put(repository, after);
        }
    }

    /**
     * Learns from a snapshot; answers whether anything may be new. The commit that merged a request may have been known as one that names
     * it, and be claimed only now.
     */
    boolean learn(ReviewChanged review) {
        String repository = review.getRepository();
        RequestNode before = request(repository, review.getRequest());
        RequestNode after = before.merge(review);
        if (after.equals(before)) {
            return RequestNode.mergeSha(review) != null;
        }
        put(repository, after);
        if (after.source() != null && !after.source().equals(before.source())) {
            if (before.source() != null) {
                byBranch.remove(branchKey(repository, before));
            }
            byBranch.put(branchKey(repository, after), new RequestName(after.request()));
        }
        return true;
    }

    /** Learns from a snapshot which branches are long-lived; answers those of which that is new. */
    Set<String> learnBranches(ReviewChanged review) {
        Set<String> fresh = new LinkedHashSet<>();
        long at = Millis.endOfDay(review.getOccurredAt());
        if (review.getState().equals("merged") && review.getTargetBranch() != null) {
            learnBranch(review.getRepository(), new Branch(review.getTargetBranch(), false, at), fresh);
        }
        if (review.getDefaultBranch() != null) {
            learnBranch(review.getRepository(), new Branch(review.getDefaultBranch(), true, at), fresh);
        }
        return fresh;
    }

    private void learnBranch(String repository, Branch branch, Set<String> fresh) {
        Branch known = longLived(repository, branch.name());
        Branch all = known == null ? branch : known.merge(branch);
        if (!all.equals(known)) {
            longLived.put(Key.of(repository).and(branch.name()), all);
        }
        if (known == null || all.main() != known.main()) {
            fresh.add(branch.name());
        }
    }

    /** What is known of a long-lived branch; null: it is none. */
    Branch longLived(String repository, String branch) {
        return branch == null ? null : longLived.get(Key.of(repository).and(branch));
    }

    /** The numbers of the requests from a branch. */
    List<String> from(String repository, String branch) {
        Key key = Key.of(repository).and(branch);
        return byBranch.list(key, key.end()).stream().map(RequestName::request).toList();
    }

    /** Whether a request from a branch is remembered. */
    public boolean remembersFrom(String repository, String branch) {
        Key key = Key.of(repository).and(branch);
        return byBranch.first(key, key.end()) != null;
    }

    /** Forgets what goes with a request that is forgotten. */
    public void forget(String repository, RequestNode request) {
        if (request.source() != null) {
            byBranch.forget(branchKey(repository, request));
        }
    }

    private static Key branchKey(String repository, RequestNode node) {
        return Key.of(repository).and(node.source()).and(node.request());
    }
}
