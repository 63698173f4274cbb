package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Blank;
import java.time.Instant;
import java.util.List;

/** Makes the commits of one repository. */
final class CommitMaker {
    private final Repository home;
    private final Dice dice;
    final Signs signs;

    CommitMaker(Repository home) {
        this.home = home;
        this.dice = home.dice.split();
        this.signs = new Signs(home.profile);
    }

    /** A commit made now but written, by its author's clock, at that time; part of a work in which an AI had that part. */
    Commit make(Person author, String work, List<String> parents, long written) {
        Commit commit = unsigned(author, parents, written);
        signs.sign(commit, work);
        return commit;
    }

    private Commit unsigned(Person author, List<String> parents, long written) {
        Commit commit = Blank.commit(home.nextSha());
        commit.setParents(home.profile.source().parents() ? parents : null);
        commit.setAuthoredAt(Instant.ofEpochMilli(skewed(written)));
        commit.setCommittedAt(Instant.ofEpochMilli(home.clock.now()));
        commit.setAuthor(author.id());
        commit.setActorClass(author.actorClass());
        commit.setServices(home.profile.monorepo() ? touched() : null);
        commit.setAdditions((int) Math.min(20_000, dice.skewed(40, 4)));
        commit.setDeletions((int) Math.min(20_000, dice.skewed(15, 4)));
        commit.setFiles(1 + (int) Math.min(500, dice.skewed(2, 2.5)));
        return commit;
    }

    /** Mostly one service; some commits touch a shared path, and some only documents. */
    private List<String> touched() {
        List<String> services = home.profile.services();
        return switch (dice.weighted(75, 10, 10, 5)) {
            case 0 -> List.of(dice.pick(services));
            case 1 -> services.subList(0, 2);
            case 2 -> List.of();
            default -> services;
        };
    }

    /** A commit that does all that others do: a squash, or a merge. */
    Commit combine(ChangeRequest request, List<String> parents) {
        Commit commit = unsigned(request.author, parents, home.clock.now());
        signs.combined(commit, request);
        if (commit.getServices() != null) {
            commit.setServices(request.commits.stream()
                    .flatMap(part -> part.getServices().stream())
                    .distinct()
                    .sorted()
                    .toList());
        }
        if (request.purpose.reverted() != null) {
            commit.setReverts(List.of(request.purpose.reverted()));
        }
        return commit;
    }

    /** The same work upon another parent: its message and author date stay. */
    Commit rebased(ChangeRequest request, Commit original, String parent) {
        long written = original.getAuthoredAt().toEpochMilli();
        Commit copy = unsigned(request.author, List.of(parent), written);
        copy.setAuthor(original.getAuthor());
        copy.setActorClass(original.getActorClass());
        copy.setAiEvidence(original.getAiEvidence());
        copy.setTrailers(original.getTrailers());
        return copy;
    }

    /** Of the wrong clocks, most are fast by minutes to days; some have lost their battery. */
    private long skewed(long written) {
        if (!dice.chance(home.world.config.faults().clockSkew())) {
            return written;
        }
        return dice.chance(0.8)
                ? written + dice.between(10, 3 * 24 * 60) * WorkHours.MINUTE
                : written - dice.between(100, 2_000) * WorkHours.DAY;
    }
}
