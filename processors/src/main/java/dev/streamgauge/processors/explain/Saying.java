package dev.streamgauge.processors.explain;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What an event says happened when. A snapshot without a time of its own for its state says at least that it was in it. */
final class Saying {

    /** After whatever else an event says of the same instant. */
    private static final int LAST = 100;

    private final List<Said> said = new ArrayList<>();
    private int rank;

    private Saying() {}

    /** All that an event says, in the order of its course. */
    static List<Said> of(SpecificRecord event) {
        Saying saying = new Saying();
        if (event instanceof CommitPushed push) {
            saying.pushed(push);
        } else if (event instanceof ReviewChanged review) {
            saying.requested(review);
        } else if (event instanceof BuildChanged build) {
            saying.built(build);
        } else if (event instanceof DeployChanged deploy) {
            saying.deployed(deploy);
        } else if (event instanceof IncidentChanged incident) {
            saying.suffered(incident);
        }
        return saying.said;
    }

    /** That a commit was written; null: nobody says when. */
    static Said written(Commit commit) {
        String by = commit.getAuthor() == null ? "" : " by " + commit.getAuthor();
        return commit.getAuthoredAt() == null
                ? null
                : new Said(
                        commit.getAuthoredAt(),
                        0,
                        "commit " + Words.cut(commit.getSha()) + " written" + by,
                        List.of("first_authored_at"));
    }

    private void pushed(CommitPushed push) {
        String branch = push.getBranch() == null ? "" : " to " + push.getBranch();
        say(push.getOccurredAt(), "pushed" + branch + ": " + Words.cut(push.getAfter()));
    }

    private void requested(ReviewChanged review) {
        String request = "request " + review.getRequest();
        say(review.getOpenedAt(), request + " opened", "opened_at", "ready_at");
        say(review.getReadyAt(), request + " ready for review", "ready_at");
        for (Review each : review.getReviews()) {
            add(each.getSubmittedAt(), request + " " + told(each), "first_review_at", "approved_at");
        }
        rank++;
        say(review.getEnqueuedAt(), request + " entered the merge queue");
        say(review.getDequeuedAt(), request + " left the merge queue without being merged");
        say(review.getMergedAt(), request + " merged" + as(review));
        say(review.getClosedAt(), request + " closed");
        state(review.getOccurredAt(), request + " is " + review.getState() + as(review));
    }

    private static String as(ReviewChanged review) {
        return review.getMergeSha() == null ? "" : " as " + Words.cut(review.getMergeSha());
    }

    private static String told(Review review) {
        String who = review.getReviewer() == null ? "an unknown reviewer" : review.getReviewer();
        String kind = review.getActorClass() == null ? "" : " (" + review.getActorClass() + ")";
        return review.getState().replace('_', ' ') + " by " + who + kind;
    }

    private void built(BuildChanged build) {
        String run = "%s run %s/%d%s of %s"
                .formatted(
                        build.getWorkflow(),
                        build.getRunId(),
                        build.getAttempt(),
                        build.getJob() == null ? "" : " job " + build.getJob(),
                        Words.cut(build.getSha()));
        say(build.getQueuedAt(), run + " queued");
        say(build.getReadyAt(), run + " waits only for a runner");
        say(build.getStartedAt(), run + " started");
        say(build.getFinishedAt(), run + " finished: " + build.getOutcome(), "started_at", "ended_at");
        state(build.getOccurredAt(), run + " is " + state(build.getState(), build.getOutcome()));
    }

    private void deployed(DeployChanged deploy) {
        String name = "deploy %s/%d of %s to %s"
                .formatted(
                        deploy.getDeployId(),
                        deploy.getAttempt(),
                        Words.cut(deploy.getSha()),
                        deploy.getService() == null
                                ? deploy.getEnvironment()
                                : deploy.getService() + "/" + deploy.getEnvironment());
        say(deploy.getCreatedAt(), name + " created");
        say(deploy.getApprovalRequestedAt(), name + " waits for approval");
        say(deploy.getApprovedAt(), name + " approved");
        say(deploy.getStartedAt(), name + " started", "started_at");
        say(deploy.getFinishedAt(), name + " finished: " + deploy.getOutcome(), "finished_at", "delivered_at");
        state(
                deploy.getOccurredAt(),
                name + " is " + state(deploy.getState(), deploy.getOutcome()),
                "finished_at",
                "delivered_at");
    }

    private void suffered(IncidentChanged incident) {
        String name = "incident " + incident.getIncidentId();
        say(incident.getOpenedAt(), name + " began", "opened_at");
        say(incident.getResolvedAt(), name + " over", "resolved_at");
        state(incident.getOccurredAt(), name + " is " + incident.getState(), "opened_at", "resolved_at");
    }

    private static String state(String state, String outcome) {
        return outcome == null ? state : state + ": " + outcome;
    }

    /** The rank does not depend on what else the snapshot knows: the same moment has the same name in each. */
    private void say(Instant at, String what, String... fields) {
        rank++;
        add(at, what, fields);
    }

    private void add(Instant at, String what, String... fields) {
        if (at != null) {
            said.add(new Said(at, rank, what, List.of(fields)));
        }
    }

    private void state(Instant at, String what, String... fields) {
        if (said.stream().noneMatch(each -> each.at().equals(at))) {
            rank = LAST;
            add(at, what, fields);
        }
    }
}
