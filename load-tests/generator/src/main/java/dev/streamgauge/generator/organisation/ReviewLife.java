package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;
import java.util.List;

/** How a change request goes from its first push through review to its end. Some are forgotten on the way. */
final class ReviewLife {
    private static final int PATIENCE = 4;
    private static final List<String> MACHINE_VERDICTS =
            List.of("commented", "commented", "commented", "approved", "changes_requested");

    private final Repository home;
    private final Clockwork clock;
    private final Dice dice;
    private final ChangeRequest request;
    private int rounds;

    ReviewLife(Repository home, ChangeRequest request) {
        this.home = home;
        this.clock = home.clock;
        this.dice = home.dice;
        this.request = request;
    }

    void begin() {
        request.write(1 + dice.weighted(5, 3, 2, 1));
        if (dice.chance(0.35)) {
            request.tell("draft");
            clock.at(home.after(request.author, 240, 3), this::ready);
        } else {
            ready();
        }
    }

    private void ready() {
        request.ready();
        if (dice.chance(0.5)) {
            clock.in(
                    dice.between(2, 10) * WorkHours.MINUTE,
                    () -> request.reviewed(home.people.machine(dice), machineVerdict()));
        }
        if (request.author.human() && dice.chance(0.1)) {
            clock.in(dice.between(1, 30) * WorkHours.MINUTE, () -> request.reviewed(request.author, "commented"));
        }
        if (!dice.chance(0.03)) {
            awaitReview(request.author.human() ? 120 : 200);
        }
    }

    private String machineVerdict() {
        return dice.pick(MACHINE_VERDICTS);
    }

    private void awaitReview(double medianMinutes) {
        Person reviewer = reviewer();
        clock.at(home.after(reviewer, medianMinutes, 3), () -> review(reviewer));
    }

    /** Bots' requests are often approved by another machine, at any hour. */
    private Person reviewer() {
        boolean byMachine = request.author.actorClass().equals("bot") && dice.chance(0.4);
        return byMachine ? home.people.machine(dice) : home.people.reviewer(request.author, dice);
    }

    private void review(Person reviewer) {
        rounds++;
        int verdict = rounds >= PATIENCE ? 0 : dice.weighted(62, 25, 13);
        switch (verdict) {
            case 0 -> approved(reviewer);
            case 1 -> sentBack(reviewer, "changes_requested");
            default -> sentBack(reviewer, "commented");
        }
    }

    private void sentBack(Person reviewer, String verdict) {
        request.reviewed(reviewer, verdict);
        clock.at(home.after(request.author, 90, 3), this::rework);
    }

    private void rework() {
        request.write(1 + dice.below(2));
        if (dice.chance(0.05)) {
            request.tell("draft");
            clock.at(home.after(request.author, 180, 3), this::ready);
            return;
        }
        if (dice.chance(0.2)) {
            request.dismissLast();
        } else {
            request.tell("open");
        }
        awaitReview(90);
    }

    private void approved(Person reviewer) {
        request.reviewed(reviewer, "approved");
        if (dice.chance(0.03)) {
            home.lanes.get(0).deployEarly(request.head());
        }
        switch (dice.weighted(6, 3, 91)) {
            case 0 -> clock.at(home.after(request.author, 300, 3), request::closed);
            case 1 -> clock.at(home.after(request.author, 300, 3), this::closeForNow);
            default -> clock.at(home.after(request.author, 25, 4), () -> home.landings.merge(request));
        }
    }

    private void closeForNow() {
        request.closed();
        clock.at(home.after(request.author, 400, 3), () -> {
            request.tell("open");
            awaitReview(120);
        });
    }
}
