package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.Trailer;
import dev.streamgauge.generator.event.Blank;
import java.time.Instant;
import java.util.List;

/** Commits as one source or the other would tell of them. */
final class Commits {
    static final List<String> ACTORS = List.of("agent", "bot", "human");
    static final List<String> EVIDENCE = List.of("agent-authored", "assisted", "no-evidence");
    private static final Trailer ASSISTED = new Trailer("Co-authored-by", "assistant");

    private final Alphabet names;

    Commits(Alphabet names) {
        this.names = names;
    }

    /** A commit written at that time or, now and then, by a clock that is wrong. */
    Commit of(String repository, String sha, Instant authored) {
        Commit commit = Blank.commit(sha);
        commit.setParents(names.unless(0.25, parents(repository, sha)));
        commit.setAuthoredAt(names.unless(0.15, names.dice.chance(0.6) ? authored : names.moments.near(authored)));
        commit.setCommittedAt(commit.getAuthoredAt());
        commit.setAuthor(names.unless(0.2, names.dice.pick(Alphabet.PEOPLE)));
        commit.setActorClass(names.unless(0.3, names.dice.pick(ACTORS)));
        commit.setAiEvidence(names.unless(0.3, names.dice.pick(EVIDENCE)));
        commit.setTrailers(names.dice.chance(0.1) ? List.of(ASSISTED) : List.of());
        commit.setRequest(names.unless(0.7, names.request()));
        commit.setServices(services(repository));
        commit.setPickedFrom(names.dice.chance(0.1) ? List.of(names.namedSha()) : List.of());
        commit.setReverts(names.dice.chance(0.1) ? List.of(names.namedSha()) : List.of());
        return commit;
    }

    /** What the graph says, unless a source errs: an older commit instead or, rarely, any, which may close a circle. */
    private List<String> parents(String repository, String sha) {
        return switch (names.dice.weighted(94, 5, 1)) {
            case 0 -> names.parents(repository, sha);
            case 1 -> List.of(names.older(sha));
            default -> List.of(names.anySha());
        };
    }

    /** Mostly unknown, which is any; now and then none at all. */
    private List<String> services(String repository) {
        String own = Alphabet.ownService(repository);
        return switch (names.dice.weighted(12, 1, 3, 2, 2)) {
            case 0 -> null;
            case 1 -> List.of();
            case 2 -> List.of(own);
            case 3 -> List.of(Deploys.WORKER);
            default -> List.of(own, Deploys.WORKER);
        };
    }
}
