package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.aggregates.WindowSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which rows of roll-ups the windows of repositories count in, and how. */
public final class Targets {

    // A roll-up has one row for all services, workflows and jobs.
    private static final Set<String> MERGED = Set.of("service", "workflow", "job");
    // These dimensions have a row of their own for all values, which is the one to add.
    private static final String WORKFLOW = "workflow";

    private Targets() {}

    /** Whether roll-ups add windows like this one. */
    public static boolean counts(WindowKey from) {
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

    /** The row of a group's roll-up that a window belongs to. */
    public static WindowKey of(Group group, WindowKey from) {
        List<String> names = from.kind().dimensions();
        List<String> dimensions = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            dimensions.add(
                    MERGED.contains(names.get(i))
                            ? WindowKey.ALL
                            : from.dimensions().get(i));
        }
        Kind kind = from.kind() == Kind.SHARED_DEPLOYMENTS ? Kind.DEPLOYMENTS : from.kind();
        return new WindowKey(kind, group.scope(), group.name(), dimensions, from.window(), from.start());
    }

    /** A deploy that several repositories share counts in one of them: in the others it is taken off again. */
    public static long sign(WindowKey from) {
        return from.kind() == Kind.SHARED_DEPLOYMENTS ? -1 : 1;
    }

    /**
     * What a window adds to a roll-up now that it is revised.
     *
     * @param before null: nothing
     * @param after null: nothing any longer
     */
    static WindowSums difference(WindowSums before, WindowSums after) {
        WindowKey key = (after == null ? before : after).key();
        return own(after, key).minus(own(before, key)).times(sign(key));
    }

    private static WindowSums own(WindowSums sums, WindowKey key) {
        return sums == null ? WindowSums.empty(key) : sums.ownOnly();
    }
}
