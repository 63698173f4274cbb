package dev.streamgauge.generator.history;

import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.draw.Shas;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The few names of which a history is written. Repositories share them: the same hash or number in two of them means nothing. */
final class Alphabet {
    static final String MAIN = "main";
    static final String DEVELOP = "develop";
    static final String RELEASE = "release";
    static final String FORK = "github.com/someone/shop";
    static final List<String> FEATURES = List.of("feature", "feature-2");
    static final List<String> WORKFLOWS = List.of("ci", "lint");
    static final List<String> SOURCES = List.of("git", "github");
    static final List<String> PEOPLE = List.of("u-1", "u-2", "u-3");

    /**
     * 9 and 10 because numbers are not ordered as texts are; 07 because it is 7 for one who counts, and another text; a wave and a rocket
     * because the order of their bytes is not that of their Java characters.
     */
    private static final List<String> REQUESTS =
            List.of("1", "2", "9", "10", "7", "07", "11", "\uFF5E", "\uD83D\uDE80");

    private static final List<String> REPOSITORIES =
            List.of("github.com/%s/shop", "github.com/%s/api", "gitlab.com/%s/shop");

    final Dice dice;
    final Moments moments;
    final String owner;
    final List<String> repositories;
    private final List<String> shas;
    private final List<String> requests;
    private final String unseen;
    private final long graph;

    /** @param owner a part of the name of each repository, team and organisation, so that they are no other history's */
    Alphabet(Dice dice, String owner) {
        this.dice = dice;
        this.owner = owner;
        this.moments = new Moments(dice);
        this.repositories = REPOSITORIES.subList(0, 1 + dice.weighted(5, 3, 2)).stream()
                .map(name -> name.formatted(owner))
                .toList();
        long seed = dice.below(64);
        this.shas = IntStream.range(0, 6 + dice.below(12))
                .mapToObj(i -> Shas.of(seed, i))
                .toList();
        this.unseen = Shas.of(seed, -1);
        List<String> known = new ArrayList<>(REQUESTS);
        dice.shuffle(known);
        this.requests = known.subList(0, 3 + dice.below(REQUESTS.size() - 2));
        this.graph = dice.next();
    }

    String repository() {
        return dice.pick(repositories);
    }

    String request() {
        return dice.pick(requests);
    }

    /** All numbers of requests, in some order. */
    List<String> dealtRequests() {
        List<String> dealt = new ArrayList<>(requests);
        dice.shuffle(dealt);
        return dealt;
    }

    int size() {
        return shas.size();
    }

    String sha(int index) {
        return shas.get(index);
    }

    String anySha() {
        return dice.pick(shas);
    }

    /** One that, now and then, no event lists. */
    String namedSha() {
        return dice.chance(0.15) ? unseen : anySha();
    }

    /** Mostly from the first half, so that there are commits which are seldom on main. */
    String mainSha() {
        return dice.chance(0.85) ? shas.get(dice.below(shas.size() / 2)) : anySha();
    }

    /** Mostly from the second half. */
    String branchSha() {
        return dice.chance(0.85) ? shas.get(shas.size() / 2 + dice.below(shas.size() - shas.size() / 2)) : anySha();
    }

    /** Some distinct hashes, oldest first, as the graph has it; now and then in disorder. */
    List<String> someShas(int count) {
        List<String> some = new ArrayList<>(shas);
        dice.shuffle(some);
        List<String> chosen = new ArrayList<>(some.subList(0, Math.min(count, some.size())));
        if (dice.chance(0.9)) {
            chosen.sort((left, right) -> Integer.compare(shas.indexOf(left), shas.indexOf(right)));
        }
        return chosen;
    }

    /** One or two older commits, always the same for one commit of one repository. None for the oldest. */
    List<String> parents(String repository, String sha) {
        int index = shas.indexOf(sha);
        Dice own = new Dice(Dice.mix(graph + index) + repository.hashCode());
        if (index == 0) {
            return List.of();
        }
        String first = shas.get(own.chance(0.6) ? index - 1 : own.below(index));
        String second = shas.get(own.below(index));
        return own.chance(0.25) && !first.equals(second) ? List.of(first, second) : List.of(first);
    }

    /** A commit before this one or, of the oldest, itself. */
    String older(String sha) {
        return shas.get(dice.below(Math.max(1, shas.indexOf(sha))));
    }

    /** The service that a null stands for. */
    static String ownService(String repository) {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** Nothing, that often. */
    <T> T unless(double missing, T value) {
        return dice.chance(missing) ? null : value;
    }
}
