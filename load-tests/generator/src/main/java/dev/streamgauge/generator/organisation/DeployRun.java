package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Blank;
import java.time.Instant;

/** One deploy with its attempts, from its creation to its end. */
final class DeployRun {
    private final Lane lane;
    private final Repository home;
    private final Clockwork clock;
    private final Dice dice;
    private final String id;
    private final String environment;
    private final String sha;
    private int attempt = 1;
    private Instant created;
    private Instant gated;
    private Instant approved;
    private Instant started;

    DeployRun(Lane lane, String id, String environment, String sha) {
        this.lane = lane;
        this.home = lane.home;
        this.clock = home.clock;
        this.dice = lane.dice();
        this.id = id;
        this.environment = environment;
        this.sha = sha;
    }

    String id() {
        return id;
    }

    String environment() {
        return environment;
    }

    String sha() {
        return sha;
    }

    /** Some deploys to production need an approval first. */
    void start() {
        if (environment.equals(Lane.PRODUCTION) && dice.chance(0.3)) {
            startHeld(dice.skewed(20 * WorkHours.MINUTE, 3));
        } else {
            create();
            clock.in(dice.between(1_000, 60_000), this::run);
        }
    }

    /** Waits that long for its approval. */
    void startHeld(long held) {
        create();
        clock.in(dice.between(1_000, 9_000), () -> {
            gated = now();
            tell("waiting");
        });
        clock.in(10_000 + held, () -> {
            approved = now();
            run();
        });
    }

    private void create() {
        created = now();
        tell("pending");
    }

    private void run() {
        started = now();
        tell("running");
        if (environment.equals(Lane.PRODUCTION) && dice.chance(0.01)) {
            new Incident(lane, this).plan(WorkHours.MINUTE);
        }
        clock.in(30_000 + dice.skewed(6 * WorkHours.MINUTE, 1.8), this::finish);
    }

    private void finish() {
        switch (dice.weighted(92, 6, 2)) {
            case 0 -> {
                end("success");
                lane.live(this);
            }
            case 1 -> {
                end("failure");
                clock.in(dice.between(5, 40) * WorkHours.MINUTE, this::again);
            }
            default -> end("cancelled");
        }
    }

    private void again() {
        attempt++;
        gated = null;
        approved = null;
        started = null;
        create();
        clock.in(dice.between(1_000, 60_000), this::run);
    }

    private void end(String outcome) {
        DeployChanged snapshot = snapshot("finished");
        snapshot.setOutcome(outcome);
        snapshot.setFinishedAt(now());
        home.send(snapshot, Lane.SOURCE);
    }

    private void tell(String state) {
        home.send(snapshot(state), Lane.SOURCE);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.now());
    }

    private DeployChanged snapshot(String state) {
        DeployChanged deploy = Blank.deploy(home.profile.name());
        deploy.setDeployId(id);
        deploy.setAttempt(attempt);
        deploy.setService(lane.service);
        deploy.setEnvironment(environment);
        deploy.setSha(sha);
        deploy.setState(state);
        deploy.setCreatedAt(created);
        deploy.setApprovalRequestedAt(gated);
        deploy.setApprovedAt(approved);
        deploy.setStartedAt(started);
        return deploy;
    }
}
