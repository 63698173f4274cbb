package dev.streamgauge.standalone.doctor;

import java.util.Locale;

/**
 * What came of one check.
 *
 * @param check its name
 * @param message what was found
 * @param advice what to do; null: nothing
 */
public record Finding(String check, Status status, String message, String advice) {

    /** How it is. */
    public enum Status {
        OK,
        WRONG,
        /** It works, and yet somebody should look. */
        WARNING,
        /** Not looked at, because of an earlier finding or by configuration. */
        SKIPPED;

        /** Its name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String message) {
        return new Finding(check, Status.OK, message, null);
    }

    static Finding wrong(String check, String message, String advice) {
        return new Finding(check, Status.WRONG, message, advice);
    }

    static Finding warning(String check, String message, String advice) {
        return new Finding(check, Status.WARNING, message, advice);
    }

    static Finding skipped(String check, String why) {
        return new Finding(check, Status.SKIPPED, why, null);
    }
}
