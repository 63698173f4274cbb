package dev.streamgauge.processors.testkit;

import dev.streamgauge.events.v1.IncidentChanged;

/** A snapshot of an incident; it is open and names nothing, unless it says otherwise. */
public final class Raised implements Telling {

    private final IncidentChanged incident;

    Raised(String id) {
        this.incident = IncidentChanged.newBuilder()
                .setEventId("e")
                .setSource("pager")
                .setRepository(Story.SHOP)
                .setOccurredAt(Moments.at("09:00"))
                .setReceivedAt(Moments.at("09:00"))
                .setIncidentId(id)
                .setState("open")
                .build();
    }

    public Raised at(String time) {
        incident.setOccurredAt(Moments.at(time));
        return this;
    }

    public Raised opened(String time) {
        incident.setOpenedAt(Moments.at(time));
        return this;
    }

    /**
     * It is over.
     *
     * @param time since when; null: it does not say
     */
    public Raised resolved(String time) {
        incident.setState("resolved");
        incident.setResolvedAt(time == null ? null : Moments.at(time));
        return this;
    }

    public Raised blames(String deployId) {
        incident.setDeployId(deployId);
        return this;
    }

    public Raised sha(String sha) {
        incident.setSha(sha);
        return this;
    }

    /** Each may be null. */
    public Raised hits(String service, String environment) {
        incident.setService(service);
        incident.setEnvironment(environment);
        return this;
    }

    public Raised severity(String severity) {
        incident.setSeverity(severity);
        return this;
    }

    @Override
    public IncidentChanged event() {
        return incident;
    }
}
