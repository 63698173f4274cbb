package dev.streamgauge.processors.definitions;

import java.util.Locale;

/** Other tools in whose terms Streamgauge can answer (docs/metrics.md, section 10). */
public enum Profile {
    CIRCLECI,
    DEVLAKE;

    /** What our own rows say in its place. */
    public static final String OURS = "streamgauge";

    /** Its name in public records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
