package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.draw.Shas;
import dev.streamgauge.generator.event.Envelope;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** A repository at work: what it is made of, and the arrival of new work. */
final class Repository {
    final World world;
    final Clockwork clock;
    final Profile profile;
    final Dice dice;
    final People people;
    final CommitMaker commits;
    final MainLine main;
    final Ci ci;
    final Landings landings;

    /** Where work is gathered before it goes to main; null: it goes to main at once. */
    final Develop develop;

    final List<Lane> lanes;
    private long shas;
    private long numbers;

    Repository(World world, Profile profile, int rank) {
        this.world = world;
        this.clock = world.clock;
        this.profile = profile;
        this.dice = new Dice(profile.seed());
        this.people = new People(rank);
        this.commits = new CommitMaker(this);
        this.main = new MainLine(this);
        this.ci = new Ci(this);
        this.landings = new Landings(this);
        this.develop = profile.gitflow() ? new Develop(this) : null;
        this.lanes = profile.services().stream()
                .map(service -> new Lane(this, service))
                .toList();
    }

    void start() {
        planWork();
        ci.start();
        lanes.forEach(Lane::start);
        if (develop != null) {
            develop.plan();
        }
        if (profile.maintained()) {
            new ReleaseBranches(this).plan();
        }
    }

    String nextSha() {
        return Shas.of(profile.seed(), shas++);
    }

    String nextNumber() {
        return Long.toString(++numbers);
    }

    /** The branch that ordinary work is for. */
    String trunk() {
        return develop == null ? profile.defaultBranch() : Develop.BRANCH;
    }

    /** The head of a branch that requests are for. */
    String base(String branch) {
        return develop != null && branch.equals(Develop.BRANCH) ? develop.head() : main.head();
    }

    void send(SpecificRecordBase event, String source) {
        Envelope.happened(event, source, clock.now());
        world.channel.send(event);
    }

    void send(SpecificRecordBase event) {
        send(event, profile.source().name());
    }

    /** Work comes by chance, at the rate of the busiest hour; in quieter ones a part of it is dropped again. */
    private void planWork() {
        double mean = WorkHours.DAY * WorkHours.MEAN / profile.changesPerDay();
        clock.in(dice.exponential(mean), () -> {
            if (dice.chance(profile.hours().activity(clock.now()))) {
                work();
            }
            planWork();
        });
    }

    private void work() {
        if (profile.habits().pushesDirectly(dice)) {
            landings.direct();
        } else {
            new ReviewLife(this, new ChangeRequest(this, people.author(dice), Purpose.work(trunk()))).begin();
        }
    }

    /** The moment after some work: people do it in their hours, machines at once. */
    long after(Person who, double medianMinutes, double spread) {
        long done = clock.now() + dice.skewed(medianMinutes * WorkHours.MINUTE, spread);
        return who.human() ? profile.hours().next(done, dice) : done;
    }
}
