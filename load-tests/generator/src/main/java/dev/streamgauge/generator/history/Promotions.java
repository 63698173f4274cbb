package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Requests that carry others: features go to develop, develop to main and main to a release branch, and one request is stacked on another. Most
 * promotions name only what features name; some name a commit of their own, or nothing.
 */
final class Promotions {
    private final Alphabet names;
    private final Tale tale;
    private final List<String> numbers;

    Promotions(Alphabet names) {
        this.names = names;
        this.tale = new Tale(names);
        this.numbers = names.dealtRequests();
    }

    List<SpecificRecordBase> tell() {
        List<String> shas = names.someShas(4 + names.dice.below(2));
        List<String> features = shas.subList(0, 2);
        String after = shas.get(shas.size() - 1);
        features.forEach(sha -> feature(numbers.get(features.indexOf(sha)), sha));
        if (names.dice.chance(0.3)) {
            stack(features);
        }
        tale.goOn();
        promote(features, shas.get(2), after);
        if (names.dice.chance(0.5)) {
            tale.goOn();
            release(features, after);
        }
        return tale.told();
    }

    private void feature(String number, String sha) {
        tale.goOn();
        tale.push("feature", null, sha, List.of(tale.commit(sha, null)));
        ReviewChanged request = tale.merged(number, names.unless(0.3, "feature"), Alphabet.DEVELOP);
        request.setHeadSha(names.unless(0.3, sha));
        request.setCommitShas(request.getHeadSha() == null || names.dice.chance(0.5) ? List.of(sha) : List.of());
    }

    /** The second feature's request goes into the branch of the first, which makes that one long-lived. */
    private void stack(List<String> features) {
        ReviewChanged stacked = tale.merged(numbers.get(1), "feature-2", "feature");
        stacked.setCommitShas(List.of(features.get(1)));
        if (names.dice.chance(0.4)) {
            stacked.setState("open");
            stacked.setMergedAt(null);
        }
    }

    private void promote(List<String> features, String own, String after) {
        List<String> named = new ArrayList<>(features);
        if (names.dice.chance(0.25)) {
            named.add(own);
        }
        ReviewChanged promotion = tale.merged(numbers.get(2), Alphabet.DEVELOP, Alphabet.MAIN);
        promotion.setCommitShas(names.dice.chance(0.9) ? List.copyOf(named) : List.of());
        promotion.setMergeSha(names.unless(0.3, after));
        if (names.dice.chance(0.1)) {
            promotion.setHeadRepository(Alphabet.FORK);
        }
        land(named, after);
    }

    /** By a merge commit that brings them, or by moving main on to them. */
    private void land(List<String> named, String after) {
        List<Commit> landed = new ArrayList<>();
        boolean forward = names.dice.chance(0.3);
        for (String sha : named) {
            Commit commit = tale.commit(sha, null);
            commit.setBroughtBy(forward ? sha : names.unless(0.4, after));
            landed.add(commit);
        }
        if (!forward) {
            landed.add(tale.commit(after, names.unless(0.6, numbers.get(2))));
        }
        tale.land(names.unless(0.3, names.mainSha()), forward ? named.get(named.size() - 1) : after, landed);
    }

    /** Main is the default branch: what is promoted from it carries, whatever it names. */
    private void release(List<String> features, String after) {
        ReviewChanged release =
                tale.merged(names.dice.pick(numbers), Alphabet.MAIN, names.dice.chance(0.8) ? Alphabet.RELEASE : null);
        release.setCommitShas(names.dice.chance(0.5) ? List.of(after) : List.copyOf(features));
        release.setMergeSha(names.unless(0.4, names.dice.chance(0.5) ? after : names.branchSha()));
        release.setHeadRepository(names.unless(0.8, Alphabet.FORK));
    }
}
