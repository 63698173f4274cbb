package dev.streamgauge.connectors.gateway.intake;

import dev.streamgauge.connectors.gateway.intake.Parcel.Part;
import dev.streamgauge.schemas.Refusal;

/** A message that the broker will never take, however often it is tried. */
public final class UnpublishableException extends Exception {

    private static final long serialVersionUID = 1;

    private final Part part;
    private final Refusal reason;

    /** @param message without anything of what is in it */
    public UnpublishableException(Part part, Refusal reason, String message) {
        super(message);
        this.part = part;
        this.reason = reason;
    }

    /** Which message of the parcel it is. */
    public Part part() {
        return part;
    }

    public Refusal reason() {
        return reason;
    }
}
