package dev.streamgauge.processors.explain;

import static dev.streamgauge.processors.landings.Links.Kind.BRINGER;
import static dev.streamgauge.processors.landings.Links.Kind.REQUEST;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.MainRef;
import dev.streamgauge.processors.landings.CommitNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The commits that a change owns, and by which rule. */
final class Commits {

    private static final String CARRIED = "carried";

    private final Change change;
    private final Map<String, String> onMain = new LinkedHashMap<>();
    private final Map<String, Reason> owned = new LinkedHashMap<>();

    private Commits(Change change) {
        this.change = change;
        for (MainRef landing : change.landings()) {
            onMain.put(landing.position().sha(), landing.joinedBy());
        }
    }

    static Commits of(Change change, World world) {
        Commits commits = new Commits(change);
        for (CommitNode commit : world.commits()) {
            Reason reason = commits.why(commit);
            if (reason != null) {
                commits.owned.put(commit.sha(), reason);
            }
        }
        return commits;
    }

    private Reason why(CommitNode commit) {
        String joinedBy = onMain.get(commit.sha());
        if (joinedBy != null) {
            return Words.reason(joinedBy);
        }
        String bringer = bringer(commit);
        if (bringer != null) {
            return Words.reason("brought", "by " + Words.cut(bringer));
        }
        return claims(commit) ? Words.reason("request") : null;
    }

    /** The change's own commit on main that brought it, itself perhaps; null: none, or it only was carried. */
    private String bringer(CommitNode commit) {
        return commit.linked(BRINGER).stream()
                .filter(sha -> onMain.containsKey(sha) && !onMain.get(sha).equals(CARRIED))
                .findFirst()
                .orElse(null);
    }

    private boolean claims(CommitNode commit) {
        return change.request() != null
                && !change.carrier()
                && commit.linked(REQUEST).contains(change.request());
    }

    /** Whether what a commit says is said of the change: it owns it, and not only because it was carried. */
    boolean tells(CommitNode commit) {
        return bringer(commit) != null || claims(commit);
    }

    /** Why the change owns a commit; null: it does not. */
    Reason owns(String sha) {
        return owned.get(sha);
    }

    /** Whether it is one of the change's commits on main. */
    boolean isLanding(String sha) {
        return onMain.containsKey(sha);
    }

    /** The commits with their rules, by hash. */
    Map<String, Reason> all() {
        return owned;
    }
}
