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
        for (String bringer : commit.linked(BRINGER)) {
            if (onMain.containsKey(bringer) && !onMain.get(bringer).equals(CARRIED)) {
                return Words.reason("brought", "by " + Words.cut(bringer));
            }
        }
        boolean claims = change.request() != null && !change.carrier();
        return claims && commit.linked(REQUEST).contains(change.request()) ? Words.reason("request") : null;
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
