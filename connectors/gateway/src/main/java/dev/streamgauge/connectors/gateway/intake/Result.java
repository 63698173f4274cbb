package dev.streamgauge.connectors.gateway.intake;

import java.util.List;

/** What became of a delivery, once the broker has acknowledged all that should be kept of it. */
public sealed interface Result {

    /**
     * It became events.
     *
     * @param ignored the kinds of those parts of it that tell nothing that is measured
     */
    record Accepted(List<String> ignored) implements Result {}

    /** It tells nothing that is measured. */
    record Ignored(String kind) implements Result {}

    /** Nobody can read it; it is in the dead letters. The reason is a code, the advice for the sender; it may be null. */
    record Quarantined(String reason, String advice) implements Result {}

    /** Nobody can read it, and anybody could have sent it: it is nowhere. The reason is a code, the message for the sender. */
    record Refused(String reason, String message) implements Result {}
}
