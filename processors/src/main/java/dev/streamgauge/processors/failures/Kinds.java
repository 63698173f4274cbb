package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Finish;

/**
 * What each successful deploy was for its lane. That depends on the deploy just before it, on when its commit and that one's first ran,
 * and on the first deploy that was further on main; so a deploy that comes or goes leaves most others as they are.
 */
final class Kinds {

    private final History history;
    private final Deployments deployments;
    private final Deliveries deliveries;
    private final IncidentIndex incidents;
    private final Agenda agenda;

    Kinds(History history, Deployments deployments, Deliveries deliveries, IncidentIndex incidents, Agenda agenda) {
        this.history = history;
        this.deployments = deployments;
        this.deliveries = deliveries;
        this.incidents = incidents;
        this.agenda = agenda;
    }

    void arrived(Track track, Finish deploy) {
        history.add(track, deploy);
        doubt(track, deploy);
        moved(track, deploy);
    }

    void left(Track track, Finish deploy) {
        Kind kind = history.kind(track, deploy);
        history.remove(track, deploy);
        enlist(track, deploy, kind, null);
        agenda.remediation(track.ref(deploy));
        moved(track, deploy);
    }

    void decide(Track track, Finish deploy) {
        Kind known = history.kind(track, deploy);
        Kind kind = kindOf(track, deploy);
        if (kind != known) {
            history.decided(track, deploy, kind);
            enlist(track, deploy, known, kind);
            agenda.verdict(track.ref(deploy));
        }
        agenda.remediation(track.ref(deploy));
    }

    private Kind kindOf(Track track, Finish deploy) {
        Finish before = history.before(track, deploy);
        if (before != null && before.sha().equals(deploy.sha())) {
            return Kind.RESYNC;
        }
        Finish first = history.firstOf(track, deploy.sha());
        if (first.before(deploy)) {
            return first.before(history.firstOf(track, before.sha())) ? Kind.ROLLBACK : Kind.REDEPLOY;
        }
        return outOfLine(track, deploy) ? Kind.OUT_OF_LINE : Kind.RELEASE;
    }

    private boolean outOfLine(Track track, Finish deploy) {
        Finish further = further(track, deploy);
        return further != null && further.before(deploy);
    }

    private Finish further(Track track, Finish deploy) {
        return deploy.position() == null
                ? null
                : deliveries.beyond(track.repository(), track.lane(), deploy.position());
    }

    /** Keeps the deployments, and doubts what was decided by them. */
    private void enlist(Track track, Finish deploy, Kind before, Kind after) {
        boolean was = before != null && before.isDeployment();
        boolean is = after != null && after.isDeployment();
        if (was == is) {
            return;
        }
        if (is) {
            deployments.add(track, deploy);
        } else {
            deployments.remove(track, deploy);
        }
        Finish next = deployments.after(track, deploy);
        if (next != null) {
            agenda.remediation(track.ref(next));
        }
        incidents.deploymentMoved(track, deploy, next);
    }

    /**
     * Doubts the deploys that a deploy which came or went is an input of: its neighbours; those that go back over it; if it is the first
     * of its commit, all of that commit, each with the one after it; and those that it was the first to be further than.
     */
    private void moved(Track track, Finish deploy) {
        incidents.commitMoved(track.repository(), deploy.sha());
        doubt(track, history.after(track, deploy));
        Finish before = history.before(track, deploy);
        if (before != null) {
            doubt(track, history.nextOf(track, before.sha(), deploy));
        }
        doubt(track, history.nextOf(track, deploy.sha(), deploy));
        Finish first = history.firstOf(track, deploy.sha());
        if (first != null && !first.before(deploy)) {
            for (Finish other : history.allOf(track, deploy.sha())) {
                doubt(track, other);
                doubt(track, history.after(track, other));
            }
        }
        doubtThoseBehind(track, deploy);
    }

    private void doubtThoseBehind(Track track, Finish deploy) {
        Finish further = further(track, deploy);
        if (deploy.position() != null && (further == null || deploy.before(further))) {
            history.behind(track, deploy, further).forEach(other -> doubt(track, other));
        }
    }

    private void doubt(Track track, Finish deploy) {
        if (deploy != null) {
            agenda.run(track.ref(deploy));
        }
    }

    /** The deploy that a rollback undid: the one just after the last deploy of the same commit before it. */
    Finish undoneBy(Track track, Finish rollback) {
        return history.after(track, history.lastOf(track, rollback.sha(), rollback));
    }

    /** The deployment before a deploy; null: none. */
    Finish deploymentBefore(Track track, Finish deploy) {
        return deployments.before(track, deploy);
    }

    Kind kind(Track track, Finish deploy) {
        return history.kind(track, deploy);
    }
}
