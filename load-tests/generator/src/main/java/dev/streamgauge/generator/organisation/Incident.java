package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Blank;
import java.time.Instant;
import java.util.List;

/** Something goes wrong after a deploy, or while it runs. Whoever reports it names the deploy, the commit, the service, or nothing. */
final class Incident {
    private static final String SOURCE = "pager-simulator";
    private static final List<String> SEVERITIES = List.of("sev1", "sev2", "sev3", "sev3");

    private final Lane lane;
    private final Dice dice;
    private final DeployRun cause;
    private final int named;
    private final String severity;
    private Instant opened;

    Incident(Lane lane, DeployRun cause) {
        this.lane = lane;
        this.dice = lane.dice();
        this.cause = cause;
        this.named = dice.weighted(3, 2, 3, 2);
        this.severity = dice.pick(SEVERITIES);
    }

    void plan(long delay) {
        lane.home.clock.in(delay, this::open);
    }

    private void open() {
        opened = now();
        lane.home.send(snapshot("open"), SOURCE);
        Repairs repairs = new Repairs(lane);
        switch (dice.weighted(35, 15, 20, 30)) {
            case 0 -> lane.home.clock.in(dice.between(5, 40) * WorkHours.MINUTE, lane::rollBack);
            case 1 -> repairs.revert(cause.sha());
            case 2 -> repairs.hotfix();
            default -> {} // It heals, or somebody turns a switch.
        }
        lane.home.clock.in(dice.skewed(100 * WorkHours.MINUTE, 2.5), this::resolve);
    }

    private void resolve() {
        IncidentChanged snapshot = snapshot("resolved");
        snapshot.setResolvedAt(now());
        lane.home.send(snapshot, SOURCE);
    }

    private Instant now() {
        return Instant.ofEpochMilli(lane.home.clock.now());
    }

    private IncidentChanged snapshot(String state) {
        IncidentChanged incident = Blank.incident(lane.home.profile.name());
        incident.setIncidentId("incident-" + cause.id());
        incident.setState(state);
        incident.setSeverity(severity);
        incident.setOpenedAt(opened);
        switch (named) {
            case 0 -> incident.setDeployId(cause.id());
            case 1 -> incident.setSha(cause.sha());
            case 2 -> incident.setService(lane.serviceName());
            default -> {} // Customers complain about something.
        }
        if (named < 3) {
            incident.setEnvironment(cause.environment());
        }
        return incident;
    }
}
