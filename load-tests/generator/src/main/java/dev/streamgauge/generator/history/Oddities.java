package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.generator.draw.Dice;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** What seldom happens and is easily forgotten: each was told because a model broken on purpose was not caught without it. */
final class Oddities {
    private static final List<String> UNDECIDED_STATES = List.of("draft", "open", "closed");

    /** No commit names it: so it does not land, and its state can be seen. */
    private static final String UNDECIDED = "8";

    private final Alphabet names;
    private final Dice dice;
    private final Tale tale;
    private final Deploys deploys;
    private final List<String> main;
    private final List<String> beside;

    Oddities(Alphabet names) {
        this.names = names;
        this.dice = names.dice;
        this.tale = new Tale(names);
        this.deploys = new Deploys(names);
        List<String> shas = names.someShas(6);
        this.main = shas.subList(0, 3);
        this.beside = shas.subList(3, 6);
    }

    List<SpecificRecordBase> tell() {
        if (dice.chance(0.9)) {
            undecided();
        }
        tale.goOn();
        unlisted(main.get(0));
        tale.goOn();
        if (dice.chance(0.5)) {
            queue(main.get(1), beside.get(0));
            queue(main.get(2), beside.get(1));
        } else {
            tale.land(main.get(0), main.get(1), List.of(tale.commit(main.get(1), null)));
            tale.goOn();
            tale.land(main.get(1), main.get(2), List.of(tale.commit(main.get(2), null)));
            circle(beside.subList(0, 2 + dice.below(2)));
        }
        return tale.told();
    }

    /** Snapshots, of one instant or of several, of a request that does not land. */
    private void undecided() {
        for (int left = 2 + dice.below(3); left > 0; left--) {
            tale.snapshot(UNDECIDED, dice.pick(UNDECIDED_STATES)).setOccurredAt(names.moments.near(tale.now()));
        }
    }

    /** A commit that is known before it lands, and that its landing does not list. */
    private void unlisted(String after) {
        tale.push("feature", null, after, List.of(tale.commit(after, null)));
        tale.goOn();
        tale.land(null, after, List.of());
    }

    /** Two commits that land together, in the same instant as two others. */
    private void queue(String after, String first) {
        List<Commit> landed =
                List.of(tale.commit(first, names.request()), tale.commit(after, names.unless(0.3, names.request())));
        tale.land(main.get(0), after, landed);
        tale.tell(deploys.of(tale.repository, first, names.moments.near(tale.now())));
    }

    /** A broken source calls commits beside main each other's parents. Each has its own way to main, and all are deployed. */
    private void circle(List<String> around) {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < around.size(); i++) {
            String next = around.get((i + 1) % around.size());
            Commit commit = tale.child(around.get(i), null, next, dice.pick(main));
            commits.add(commit);
            tale.tell(deploys.of(tale.repository, commit.getSha(), names.moments.near(tale.now())));
        }
        tale.push(Alphabet.RELEASE, null, around.get(0), commits);
    }
}
