package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.draw.Dice;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All that repositories share; and the walk through time, which runs only as far as the next arrival needs. */
public final class World implements Iterator<Emission> {
    final GeneratorConfig config;
    final Clockwork clock;
    final Channel channel;
    final Runners runners;

    /** A world in which nothing has happened yet. */
    public World(GeneratorConfig config) {
        Dice dice = new Dice(Dice.mix(config.seed()));
        long start = config.start().toEpochMilli();
        this.config = config;
        this.clock = new Clockwork(start, start + config.length().toMillis());
        this.channel = new Channel(config.faults(), dice.split());
        this.runners = new Runners(clock, dice.split(), config.changesPerDay() * config.repositories());
        Catalogue catalogue = new Catalogue(this);
        List<Profile> profiles = profiles(dice);
        for (int rank = 0; rank < profiles.size(); rank++) {
            catalogue.plan(profiles.get(rank), rank);
            new Repository(this, profiles.get(rank), rank).start();
        }
    }

    /** Activity falls off as 1 ÷ rank, and its mean is as configured. */
    private List<Profile> profiles(Dice dice) {
        double total = 0;
        for (int rank = 1; rank <= config.repositories(); rank++) {
            total += 1.0 / rank;
        }
        List<Profile> profiles = new ArrayList<>();
        for (int index = 0; index < config.repositories(); index++) {
            double share = 1.0 / (index + 1) / total;
            double rate = config.changesPerDay() * config.repositories() * share;
            profiles.add(Profile.draw(index, rate, dice.split()));
        }
        return profiles;
    }

    @Override
    public boolean hasNext() {
        // What a step sends arrives after it, so an event that arrives before the next step is the next of all.
        while (!clock.idle() && (channel.isEmpty() || channel.next() > clock.next())) {
            clock.step();
        }
        return !channel.isEmpty();
    }

    @Override
    public Emission next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The simulation has ended");
        }
        return channel.receive();
    }
}
