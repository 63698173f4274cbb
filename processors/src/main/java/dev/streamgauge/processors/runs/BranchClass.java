package dev.streamgauge.processors.runs;

import dev.streamgauge.processors.health.Build;
import java.util.Locale;

/** What kind of branch a build was for. */
public enum BranchClass {
    MAIN,
    MERGE_QUEUE,
    FEATURE;

    public static BranchClass of(Build build) {
        if (build.onMain()) {
            return MAIN;
        }
        return build.trigger().equals("merge_group") ? MERGE_QUEUE : FEATURE;
    }

    /** Its name in public records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
