package dev.streamgauge.generator.history;

import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Envelope;
import dev.streamgauge.generator.event.EventTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/** Writes a history of a given length out of stories, random draws, revisions and repetitions, in no good order. */
public final class Writer {
    private static final long MINUTE = 60_000;

    private final Dice dice;
    private final String prefix;
    private final Alphabet names;
    private final Pushes pushes;
    private final Requests requests;
    private final Builds builds;
    private final Deploys deploys;
    private final Incidents incidents;
    private final Owners owners;
    private final Revisions revisions;
    private final List<SpecificRecordBase> written = new ArrayList<>();

    public Writer(long seed) {
        this.dice = new Dice(Dice.mix(seed));
        this.prefix = "h" + seed + "-";
        this.names = new Alphabet(dice, "acme-" + seed);
        this.pushes = new Pushes(names);
        this.requests = new Requests(names);
        this.builds = new Builds(names);
        this.deploys = new Deploys(names);
        this.incidents = new Incidents(names);
        this.owners = new Owners(names);
        this.revisions = new Revisions(names);
    }

    /** As many events as asked for. */
    public List<SpecificRecordBase> write(int events) {
        double order = dice.unit();
        tell();
        while (written.size() < events) {
            more();
        }
        List<SpecificRecordBase> history = new ArrayList<>(written.subList(0, events));
        if (order < 0.7) {
            dice.shuffle(history);
        }
        return history;
    }

    private void tell() {
        story().forEach(this::deliver);
    }

    private List<SpecificRecordBase> story() {
        return switch (dice.weighted(4, 3, 2, 4, 4)) {
            case 0 -> new Story(names).tell();
            case 1 -> new Promotions(names).tell();
            case 2 -> new Maintenance(names).tell();
            case 3 -> new Oddities(names).tell();
            default -> new Rollouts(names).tell();
        };
    }

    private void more() {
        switch (dice.weighted(4, 3, 4, 4, 1, 0.7, 3, 1, 0.8)) {
            case 0 -> pushes.draw().forEach(this::deliver);
            case 1 -> deliver(requests.draw());
            case 2 -> deliver(builds.draw());
            case 3 -> deliver(deploys.draw());
            case 4 -> deliver(incidents.draw());
            case 5 -> deliver(owners.draw());
            case 6 -> earlier().ifPresent(event -> deliver(revisions.of(event)));
            case 7 -> earlier().ifPresent(this::repeat);
            default -> tell();
        }
    }

    private Optional<SpecificRecordBase> earlier() {
        return written.isEmpty() ? Optional.empty() : Optional.of(dice.pick(written));
    }

    /** The same event again: byte for byte, or as a redelivery under another name. */
    private void repeat(SpecificRecordBase event) {
        if (dice.chance(0.5)) {
            written.add(event);
        } else {
            deliver(Envelope.copy(event));
        }
    }

    /** Received after all that it states, or up to four minutes before: clocks differ by that much, and it is allowed. */
    private void deliver(SpecificRecordBase event) {
        long received = EventTimes.latest(event) + dice.between(-4 * MINUTE, 10 * MINUTE);
        Envelope.received(event, prefix + written.size(), received);
        written.add(event);
    }
}
