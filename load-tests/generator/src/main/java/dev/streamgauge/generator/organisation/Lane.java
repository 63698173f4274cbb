package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.draw.Shas;
import java.util.ArrayDeque;
import java.util.Deque;

/** A service on its way to staging and production: what is deployed, when, and when nothing is. */
final class Lane {
    static final String PRODUCTION = "production";
    static final String SOURCE = "argo-simulator";
    private static final int REMEMBERED = 5;

    final Repository home;
    final String service;
    private final Clockwork clock;
    private final Dice dice;
    private final Deque<String> live = new ArrayDeque<>();
    private final double gap;
    private long deploys;

    Lane(Repository home, String service) {
        this.home = home;
        this.service = service;
        this.clock = home.clock;
        this.dice = home.dice.split();
        double days = Math.min(4, Math.max(0.15, 1.5 / home.profile.changesPerDay()));
        this.gap = days * WorkHours.DAY;
    }

    void start() {
        clock.in(dice.exponential(Math.min(gap, WorkHours.DAY / 2.0)), this::release);
    }

    /** Half of what lands goes to staging soon. */
    void landed(String sha) {
        if (dice.chance(0.5)) {
            clock.in(
                    dice.between(5, 25) * WorkHours.MINUTE,
                    () -> deploy("staging", sha).start());
        }
    }

    /** A head is deployed before its request is merged: a hot fix. */
    void deployEarly(String sha) {
        clock.in(
                dice.between(5, 40) * WorkHours.MINUTE,
                () -> deploy(PRODUCTION, sha).start());
    }

    /** Releases at working hours; seldom an approval holds the lane for days, and then nothing reaches production. */
    private void release() {
        DeployRun run = deploy(PRODUCTION, candidate());
        if (dice.chance(0.03)) {
            long held = dice.between(2 * WorkHours.DAY, 5 * WorkHours.DAY);
            run.startHeld(held);
            planRelease(held);
        } else {
            run.start();
            planRelease(0);
        }
    }

    private void planRelease(long notBefore) {
        long next = clock.now() + notBefore + dice.exponential(gap);
        clock.at(home.profile.hours().next(next, dice), this::release);
    }

    private String candidate() {
        return switch (dice.weighted(90, 6, 2, 2)) {
            case 0 -> home.main.head();
            case 1 -> home.main.earlier();
            case 2 -> Shas.of(~home.profile.seed(), deploys);
            default -> live.isEmpty() ? home.main.head() : live.getLast();
        };
    }

    /** What repairs is not left to wait for the next release. */
    void deployNow(String sha) {
        clock.in(
                dice.between(8, 20) * WorkHours.MINUTE,
                () -> deploy(PRODUCTION, sha).start());
    }

    void rollBack() {
        if (live.size() > 1) {
            live.removeLast();
            deploy(PRODUCTION, live.getLast()).start();
        }
    }

    /** A deploy succeeded. */
    void live(DeployRun run) {
        if (!run.environment().equals(PRODUCTION)) {
            return;
        }
        live.remove(run.sha());
        live.addLast(run.sha());
        if (live.size() > REMEMBERED) {
            live.removeFirst();
        }
        if (dice.chance(0.07)) {
            new Incident(this, run).plan(dice.skewed(30 * WorkHours.MINUTE, 3));
        }
    }

    DeployRun deploy(String environment, String sha) {
        String prefix = service == null ? "deploy-" : service + "-";
        return new DeployRun(this, prefix + ++deploys, environment, sha);
    }

    String serviceName() {
        String name = home.profile.name();
        return service == null ? name.substring(name.lastIndexOf('/') + 1) : service;
    }

    Dice dice() {
        return dice;
    }
}
