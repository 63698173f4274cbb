package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Blank;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One run of a workflow with its attempts, from the queue to its end. */
final class Run {
    private static final int LAST_ATTEMPT = 3;

    private final Repository home;
    private final Clockwork clock;
    private final Dice dice;
    private final Workflow workflow;
    private final Ci.Cause cause;
    private final boolean broken;
    private String id;
    private int attempt;
    private Instant queued;
    private Instant gated;
    private Instant approved;
    private Instant ready;
    private Instant started;

    Run(Repository home, Workflow workflow, Ci.Cause cause, boolean broken) {
        this.home = home;
        this.clock = home.clock;
        this.dice = home.dice;
        this.workflow = workflow;
        this.cause = cause;
        this.broken = broken;
    }

    void start(String runId) {
        id = runId;
        attempt();
    }

    private void attempt() {
        attempt++;
        queued = now();
        gated = null;
        approved = null;
        ready = null;
        started = null;
        home.send(snapshot("queued"));
        if (workflow.gated()) {
            clock.in(dice.between(1_000, 5_000), this::await);
        } else if (dice.chance(0.1)) {
            clock.in(dice.skewed(5 * WorkHours.MINUTE, 2.5), this::allot); // Another run of its group is on.
        } else {
            allot();
        }
    }

    /** A gate: the build waits, is approved, and is queued once more. */
    private void await() {
        gated = now();
        home.send(snapshot("waiting"));
        clock.at(home.after(home.people.member(dice), 30, 3), () -> {
            approved = now();
            home.send(snapshot("queued"));
            allot();
        });
    }

    private void allot() {
        ready = now();
        String outcome = Outcomes.draw(broken, cause.onMain(), dice);
        if (outcome.equals("skipped") || outcome.equals("stale")) {
            clock.in(dice.between(1_000, 9_000), () -> finish(outcome));
            return;
        }
        long duration = 20_000 + dice.skewed(workflow.minutes() * WorkHours.MINUTE, 1.5);
        clock.at(home.world.runners.start(workflow.label(), duration), () -> run(outcome, duration));
    }

    private void run(String outcome, long duration) {
        started = now();
        home.send(snapshot("running"));
        clock.in(outcome.equals("cancelled") ? duration / 3 : duration, () -> finish(outcome));
    }

    private void finish(String outcome) {
        for (String job : workflow.jobs()) {
            home.send(job(job, outcome));
        }
        home.send(finished(outcome));
        if (attempt < LAST_ATTEMPT && Outcomes.again(outcome, broken, dice)) {
            clock.in(dice.skewed(12 * WorkHours.MINUTE, 2.5), this::attempt);
        }
    }

    /** The first job takes a fifth of the run, and the others wait for it. */
    private BuildChanged job(String name, String outcome) {
        boolean first = workflow.jobs().indexOf(name) == 0;
        BuildChanged job = finished(first ? jobOutcome(outcome) : outcome);
        job.setJob(name);
        if (started != null) {
            Instant turn = started.plusMillis(Duration.between(started, now()).toMillis() / 5);
            if (first) {
                job.setFinishedAt(turn);
            } else {
                job.setReadyAt(turn);
                job.setStartedAt(turn.plusMillis(dice.between(500, 30_000)));
            }
        }
        return job;
    }

    private static String jobOutcome(String outcome) {
        return outcome.equals("failure") || outcome.equals("timed_out") ? "success" : outcome;
    }

    private BuildChanged finished(String outcome) {
        BuildChanged snapshot = snapshot("finished");
        snapshot.setOutcome(outcome);
        snapshot.setFinishedAt(now().plusMillis(skew()));
        return snapshot;
    }

    /** Clocks of build machines are off by minutes; more than four in the future would be refused. */
    private long skew() {
        boolean wrong = dice.chance(home.world.config.faults().clockSkew());
        return wrong ? dice.between(-30 * WorkHours.MINUTE, 4 * WorkHours.MINUTE) : 0;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.now());
    }

    private BuildChanged snapshot(String state) {
        BuildChanged build = Blank.build(home.profile.name());
        build.setRunId(id);
        build.setAttempt(attempt);
        build.setWorkflow(workflow.name());
        build.setTrigger(cause.trigger());
        build.setBranch(cause.branch());
        build.setDefaultBranch(home.profile.defaultBranch());
        build.setHeadRepository(cause.fork());
        build.setSha(cause.sha());
        build.setRequest(cause.request());
        build.setState(state);
        build.setRunnerLabels(List.of(workflow.label()));
        build.setQueuedAt(queued);
        build.setApprovalRequestedAt(gated);
        build.setApprovedAt(approved);
        build.setReadyAt(ready);
        build.setStartedAt(started);
        return build;
    }
}
