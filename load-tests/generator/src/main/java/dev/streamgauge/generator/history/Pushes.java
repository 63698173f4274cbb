package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** Pushes drawn at random: landings that overlap, contradict each other, or name what is not there. */
final class Pushes {
    private final Alphabet names;
    private final Commits commits;

    Pushes(Alphabet names) {
        this.names = names;
        this.commits = new Commits(names);
    }

    List<SpecificRecordBase> draw() {
        return names.dice.chance(0.65) ? landing() : List.of(besideMain());
    }

    private List<SpecificRecordBase> landing() {
        CommitPushed push = bare(names.repository(), names.moments.any());
        push.setDefaultBranch(names.dice.chance(0.08) ? "master" : Alphabet.MAIN);
        push.setBranch(push.getDefaultBranch());
        push.setAfter(names.mainSha());
        push.setBefore(names.unless(0.15, names.mainSha()));
        push.setPosition(names.unless(0.6, (long) names.dice.below(6)));
        push.setCommits(brought(push));
        return names.dice.chance(0.12) ? inParts(push) : List.of(push);
    }

    /** Branches, commits without a branch, pushes of a repository whose default branch nobody told. */
    private CommitPushed besideMain() {
        CommitPushed push = bare(names.repository(), names.moments.any());
        push.setBranch(names.unless(0.2, names.dice.pick(List.of("feature", Alphabet.RELEASE, Alphabet.MAIN))));
        boolean lands = Alphabet.MAIN.equals(push.getBranch());
        push.setDefaultBranch(lands ? null : names.unless(0.3, Alphabet.MAIN));
        push.setAfter(names.branchSha());
        push.setBefore(names.unless(0.5, names.anySha()));
        push.setCommits(brought(push));
        return push;
    }

    private CommitPushed bare(String repository, Instant at) {
        CommitPushed push = Blank.push(repository);
        Envelope.happened(push, names.dice.pick(Alphabet.SOURCES), at.toEpochMilli());
        return push;
    }

    private List<Commit> brought(CommitPushed push) {
        List<String> shas = names.someShas(names.dice.below(5));
        boolean listed = shas.contains(push.getAfter());
        if (!listed && names.dice.chance(0.85)) {
            shas.add(push.getAfter());
        }
        List<Commit> brought = new ArrayList<>();
        for (String sha : shas) {
            Commit commit = commits.of(push.getRepository(), sha, names.moments.near(push.getOccurredAt()));
            commit.setBroughtBy(bringer(sha, shas));
            brought.add(commit);
        }
        return brought;
    }

    private String bringer(String sha, List<String> listed) {
        return switch (names.dice.weighted(6, 2, 2, 0.5)) {
            case 0 -> null;
            case 1 -> sha;
            case 2 -> names.dice.pick(listed);
            default -> names.anySha();
        };
    }

    /** The push cut in two, of which one may be lost. */
    private List<SpecificRecordBase> inParts(CommitPushed push) {
        int cut = names.dice.below(push.getCommits().size() + 1);
        List<SpecificRecordBase> parts = new ArrayList<>();
        parts.add(part(push, 1, push.getCommits().subList(0, cut)));
        parts.add(part(push, 2, push.getCommits().subList(cut, push.getCommits().size())));
        if (names.dice.chance(0.2)) {
            parts.remove(names.dice.below(2));
        }
        return parts;
    }

    private static CommitPushed part(CommitPushed push, int number, List<Commit> commits) {
        CommitPushed part = Envelope.copy(push);
        part.setPart(number);
        part.setParts(2);
        part.setCommits(List.copyOf(commits));
        return part;
    }
}
