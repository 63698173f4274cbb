package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.table.Key;

/** A deploy is over when it has finished, but for those that the next one of its lane is measured against. */
record DeployLife(Models models) implements Expiring.Life<Deploy> {

    @Override
    public boolean over(Key key, Deploy deploy, long horizon) {
        return deploy.lastAt() < horizon
                && !models.deliveries().isMeasure(deploy, horizon)
                && !models.failures().needs(deploy, horizon);
    }

    @Override
    public void forget(Key key, Deploy deploy) {
        models.failures().forget(deploy);
        models.deliveries().forget(deploy);
        models.ledger().forgotten(deploy);
    }
}
