package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.generator.organisation.MainLine.Effect;
import java.util.List;

/** What people do about a bad deploy: they revert what it brought, or repair it in a hurry, and deploy that. */
final class Repairs {
    private final Lane lane;
    private final Repository home;

    Repairs(Lane lane) {
        this.lane = lane;
        this.home = lane.home;
    }

    void revert(String sha) {
        begin(Purpose.revert(home.profile.defaultBranch(), sha, home.main.requestOf(sha)));
    }

    void hotfix() {
        begin(Purpose.hotfix(home.profile.defaultBranch()));
    }

    private void begin(Purpose purpose) {
        Person author = home.people.member(home.dice);
        home.clock.in(home.dice.between(8, 50) * WorkHours.MINUTE, () -> {
            ChangeRequest repair = new ChangeRequest(home, author, purpose);
            repair.write(1);
            repair.ready();
            home.clock.in(home.dice.between(3, 30) * WorkHours.MINUTE, () -> approve(repair));
        });
    }

    private void approve(ChangeRequest repair) {
        repair.reviewed(home.people.reviewer(repair.author, home.dice), "approved");
        home.clock.in(home.dice.between(1, 10) * WorkHours.MINUTE, () -> ship(repair));
    }

    /** Lands past any merge queue, and is deployed as soon as it was built. */
    private void ship(ChangeRequest repair) {
        Commit squash = home.landings.squash(repair, home.main.head());
        home.main.land(List.of(List.of(squash)), Effect.NONE);
        home.main.name(squash.getSha(), repair.number);
        repair.merged(squash.getSha());
        lane.deployNow(squash.getSha());
    }
}
