package dev.streamgauge.processors.testkit;

import dev.streamgauge.events.v1.SourceChecked;

/** A look at what a source sent; nothing is missing, unless it says otherwise. */
public final class Looked implements Telling {

    private final SourceChecked look;

    Looked(String source) {
        this.look = SourceChecked.newBuilder()
                .setEventId("e")
                .setSource(source)
                .setRepository(Story.SHOP)
                .setOccurredAt(Moments.at("09:00"))
                .setReceivedAt(Moments.at("09:00"))
                .build();
    }

    public Looked at(String time) {
        look.setOccurredAt(Moments.at(time));
        return this;
    }

    /** From when on it can see. */
    public Looked back(String time) {
        look.setCheckedSince(Moments.at(time));
        return this;
    }

    public Looked missingSince(String time) {
        look.setMissingSince(Moments.at(time));
        return this;
    }

    public Looked waiting(long webhooks) {
        look.setWaiting(webhooks);
        return this;
    }

    public Looked lost(long webhooks) {
        look.setLost(webhooks);
        return this;
    }

    @Override
    public SourceChecked event() {
        return look;
    }
}
