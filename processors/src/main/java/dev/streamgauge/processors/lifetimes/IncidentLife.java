package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.table.Key;

/** An incident is over when it is resolved, and after the deploys that it is put down to. */
record IncidentLife(Models models) implements Expiring.Life<Incident> {

    @Override
    public boolean over(Key key, Incident incident, long horizon) {
        return incident.endedBefore(horizon) && !models.failures().needs(incident);
    }

    @Override
    public void forget(Key key, Incident incident) {
        models.failures().forget(incident);
    }
}
