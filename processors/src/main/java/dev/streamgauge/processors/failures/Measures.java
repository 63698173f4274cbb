package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Finish;

/** Which deploys of a lane that are over still say what later ones are. */
final class Measures {

    private final History history;
    private final Deployments deployments;

    Measures(History history, Deployments deployments) {
        this.history = history;
        this.deployments = deployments;
    }

    boolean contain(Track track, Finish deploy, long horizon) {
        return ranAt(track, deploy, horizon)
                || lastDeploymentAt(track, deploy, horizon)
                || tellsWhetherBack(track, deploy, horizon)
                || undone(track, deploy, horizon);
    }

    /** Whether it ran when the horizon came: what comes next is measured against it. */
    private boolean ranAt(Track track, Finish deploy, long horizon) {
        return isSince(history.after(track, deploy), horizon);
    }

    private boolean lastDeploymentAt(Track track, Finish deploy, long horizon) {
        return deployments.contains(track, deploy) && isSince(deployments.after(track, deploy), horizon);
    }

    /** Whether a commit that still runs, or ran again since, first ran with it, or last before the horizon. */
    private boolean tellsWhetherBack(Track track, Finish deploy, long horizon) {
        Finish last = history.lastOf(track, deploy.sha());
        if (last.at() < horizon && !ranAt(track, last, horizon)) {
            return false;
        }
        return deploy.equals(history.firstOf(track, deploy.sha())) || ranAgain(track, deploy, horizon);
    }

    /** Whether a rollback since the horizon undid it: it follows the last deploy of the commit that came back. */
    private boolean undone(Track track, Finish deploy, long horizon) {
        Finish before = history.before(track, deploy);
        return before != null && !before.sha().equals(deploy.sha()) && ranAgain(track, before, horizon);
    }

    private boolean ranAgain(Track track, Finish deploy, long horizon) {
        Finish next = history.nextOf(track, deploy.sha(), deploy);
        return next != null && next.at() >= horizon;
    }

    /** Whether there is none, or one that is not over. */
    private static boolean isSince(Finish next, long horizon) {
        return next == null || next.at() >= horizon;
    }
}
