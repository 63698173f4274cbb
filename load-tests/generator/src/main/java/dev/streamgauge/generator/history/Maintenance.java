package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.generator.draw.Dice;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** A release branch that leaves main, with commits picked from main in the middle of it, and its deploys. */
final class Maintenance {
    private final Alphabet names;
    private final Dice dice;
    private final Tale tale;
    private final Deploys deploys;

    Maintenance(Alphabet names) {
        this.names = names;
        this.dice = names.dice;
        this.tale = new Tale(names);
        this.deploys = new Deploys(names);
    }

    List<SpecificRecordBase> tell() {
        List<String> shas = names.someShas(6);
        String fork = shas.get(0);
        String original = shas.get(1);
        tale.goOn();
        tale.land(null, fork, List.of(tale.commit(fork, names.unless(0.5, names.request()))));
        tale.tell(deploys.of(tale.repository, fork, names.moments.after(tale.now())));
        tale.goOn();
        tale.land(fork, original, List.of(tale.commit(original, names.unless(0.4, names.request()))));
        branch(fork, original, shas.subList(2, shas.size()));
        return tale.told();
    }

    private void branch(String fork, String original, List<String> shas) {
        tale.goOn();
        List<Commit> chain = chain(fork, original, shas);
        String last = shas.get(shas.size() - 1);
        if (dice.chance(0.7)) {
            tale.push(Alphabet.RELEASE, fork, last, chain);
        } else {
            tale.push(Alphabet.RELEASE, fork, chain.get(0).getSha(), chain.subList(0, 1));
            tale.push(Alphabet.RELEASE, chain.get(0).getSha(), last, chain.subList(1, chain.size()));
        }
        tale.goOn();
        tale.tell(deploys.of(tale.repository, last, names.moments.near(tale.now())));
        if (dice.chance(0.5)) {
            tale.tell(deploys.of(tale.repository, original, names.moments.near(tale.now())));
        }
    }

    private List<Commit> chain(String fork, String original, List<String> shas) {
        List<Commit> chain = new ArrayList<>();
        String parent = fork;
        int picked = dice.below(shas.size());
        for (String sha : shas) {
            Commit commit = tale.child(sha, null, parent);
            if (chain.size() == picked) {
                commit.setPickedFrom(dice.chance(0.8) ? List.of(original) : List.of(original, names.namedSha()));
            }
            if (dice.chance(0.15)) {
                commit.setReverts(List.of(original));
            }
            chain.add(commit);
            parent = sha;
        }
        return chain;
    }
}
