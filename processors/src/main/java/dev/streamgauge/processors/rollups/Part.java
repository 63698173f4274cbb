package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a window of a repository is in a roll-up now: a snapshot, so that hearing it twice changes nothing.
 *
 * @param group whose roll-up
 * @param from the repository's window
 * @param sums null: nothing any longer
 */
public record Part(Group group, WindowKey from, WindowSums sums) {

    // A roll-up has one row for all services, workflows and jobs.
    private static final Set<String> MERGED = Set.of("service", "workflow", "job");
    // These dimensions have a row of their own for all values, which is the one to add.
    private static final String WORKFLOW = "workflow";

    /** What a window of a repository is to a group; null if roll-ups leave it out. */
    public static Part of(Group group, WindowKey from, WindowSums sums) {
        return counts(from) ? new Part(group, from, sums == null ? null : sums.ownOnly()) : null;
    }

    private static boolean counts(WindowKey from) {
        return switch (from.kind()) {
            case MAIN_BRANCH, TIME_TO_GREEN, BUILD_TIMES -> isAll(from, WORKFLOW);
            case LEAD_TIME, DEPLOYMENTS, SHARED_DEPLOYMENTS, FLOW, THROUGHPUT, MERGE_QUEUE -> true;
        };
    }

    private static boolean isAll(WindowKey from, String dimension) {
        return from.dimensions()
                .get(from.kind().dimensions().indexOf(dimension))
                .equals(WindowKey.ALL);
    }

    /** The row of the roll-up that it belongs to. */
    public WindowKey target() {
        List<String> names = from.kind().dimensions();
        List<String> dimensions = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            dimensions.add(
                    MERGED.contains(names.get(i))
                            ? WindowKey.ALL
                            : from.dimensions().get(i));
        }
        WindowKey.Kind kind =
                from.kind() == WindowKey.Kind.SHARED_DEPLOYMENTS ? WindowKey.Kind.DEPLOYMENTS : from.kind();
        return new WindowKey(kind, group.scope(), group.name(), dimensions, from.window(), from.start());
    }

    /** A deploy that several repositories share counts in one of them: in the others it is taken off again. */
    public long sign() {
        return from.kind() == WindowKey.Kind.SHARED_DEPLOYMENTS ? -1 : 1;
    }
}
