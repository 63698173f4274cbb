package dev.streamgauge.processors.failures;

import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Millis;
import java.util.List;

/**
 * An incident, as its snapshots say together, and the deploys it is attributed to.
 *
 * @param names what it names
 * @param course what became of it
 * @param evidence incident_deploy, incident_sha, incident_service or window; null: unattributed
 * @param deploys sorted; empty: unattributed
 */
public record Incident(
        String repository, String id, Names names, Course course, Evidence evidence, List<DeployRef> deploys) {

    /** What an incident names; each may be null. */
    public record Names(String service, String environment, String deployId, String sha, String severity, String url) {

        Names merge(Names other) {
            return new Names(
                    Lattice.least(service, other.service),
                    Lattice.least(environment, other.environment),
                    Lattice.least(deployId, other.deployId),
                    Lattice.least(sha, other.sha),
                    Lattice.least(severity, other.severity),
                    Lattice.least(url, other.url));
        }
    }

    /**
     * The course of an incident. Times are epoch milliseconds.
     *
     * @param state open or resolved, by the snapshot that decides
     * @param stateAt when that snapshot occurred
     * @param firstAt when the first snapshot occurred
     * @param openedAt the earliest beginning that a snapshot names; null: none does
     * @param resolvedAt the latest end that a snapshot names; null: none does
     */
    public record Course(String state, long stateAt, long firstAt, Long openedAt, Long resolvedAt) {

        boolean resolved() {
            return state.equals("resolved");
        }

        /** The later snapshot holds; of the same instant, the one that says resolved. */
        Course merge(Course other) {
            int later = Long.compare(stateAt, other.stateAt);
            boolean mine = later > 0 || (later == 0 && resolved());
            return new Course(
                    mine ? state : other.state,
                    Math.max(stateAt, other.stateAt),
                    Math.min(firstAt, other.firstAt),
                    Lattice.least(openedAt, other.openedAt),
                    Lattice.greatest(resolvedAt, other.resolvedAt));
        }
    }

    static Incident of(IncidentChanged event) {
        long at = event.getOccurredAt().toEpochMilli();
        Names names = new Names(
                event.getService(),
                event.getEnvironment(),
                event.getDeployId(),
                event.getSha(),
                event.getSeverity(),
                event.getUrl());
        Course course =
                new Course(event.getState(), at, at, Millis.of(event.getOpenedAt()), Millis.of(event.getResolvedAt()));
        return new Incident(event.getRepository(), event.getIncidentId(), names, course, null, List.of());
    }

    /** The merge of two snapshots; what it is attributed to is kept. */
    Incident merge(Incident other) {
        return new Incident(repository, id, names.merge(other.names), course.merge(other.course), evidence, deploys);
    }

    Incident attributed(Evidence by, List<DeployRef> to) {
        return new Incident(repository, id, names, course, by, to);
    }

    /** When it began, epoch milliseconds. */
    public long openedAt() {
        return course.openedAt() == null ? course.firstAt() : course.openedAt();
    }

    /** When it was over, epoch milliseconds; null: it is not. */
    public Long resolvedAt() {
        if (open()) {
            return null;
        }
        return course.resolvedAt() == null ? (Long) course.stateAt() : course.resolvedAt();
    }

    /** Whether it is not resolved. */
    public boolean open() {
        return !course.resolved();
    }

    /** Whether it was over before some moment. */
    public boolean endedBefore(long moment) {
        Long end = resolvedAt();
        return end != null && end < moment;
    }

    /** Whether no deploy could be found for it. */
    public boolean unattributed() {
        return evidence == null;
    }

    /** Whether it names something that a lane does not match. */
    boolean concerns(String service, String environment) {
        return (names.service() == null || names.service().equals(service))
                && (names.environment() == null || names.environment().equals(environment));
    }
}
