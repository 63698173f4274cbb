package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.table.Key;

/** A change is over when it has landed or was closed, and with its last delivery. One that waits for a deploy longer than that is given up. */
record ChangeLife(Models models) implements Expiring.Life<Change> {

    @Override
    public boolean over(Key key, Change change, long horizon) {
        Long over = change.overAt();
        return over != null
                && over < horizon
                && models.deliveries().of(change.repository(), change.id()).stream()
                        .allMatch(delivery -> delivery.at() < horizon)
                && !models.failures().needs(change);
    }

    @Override
    public void forget(Key key, Change change) {
        models.deliveries().forgetChange(change.repository(), change.id());
        models.failures().forgetChange(change.repository(), change.id());
    }
}
