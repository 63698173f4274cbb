package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.Trailer;
import dev.streamgauge.generator.draw.Dice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What shows of an AI, and where: trailers are left out, descriptions forgotten, squashes cut short, and not every source looks. */
final class Signs {
    private static final long OWN = 0x5157;
    private static final String AGENT = "agent-authored";
    private static final String ASSISTED = "assisted";
    private static final String NONE = "no-evidence";
    private static final Map<String, List<Trailer>> TRAILERS = Map.of(
            ASSISTED, List.of(new Trailer("Co-authored-by", "assistant")),
            AGENT, List.of(new Trailer("Generated-by", "agent")));
    private static final Person HELPER = new Person("agent-c", "agent");

    private final Source source;
    private final Dice dice;

    Signs(Profile profile) {
        this.source = profile.source();
        this.dice = new Dice(Dice.mix(profile.seed() ^ OWN)); // what else happens does not depend on it
    }

    /** Signs a commit as part of such work. Now and then an agent adds a commit to a human's branch. */
    void sign(Commit commit, String work) {
        if (work.equals(ASSISTED) && dice.chance(0.05)) {
            commit.setAuthor(HELPER.id());
            commit.setActorClass(HELPER.actorClass());
            show(commit, AGENT);
            return;
        }
        boolean forgotten = work.equals(ASSISTED) && dice.chance(0.35);
        show(commit, forgotten ? NONE : work);
    }

    /** Who merges by the forge leaves no sign; a squash has its author, and its trailers if nobody has cut them. */
    void combined(Commit commit, ChangeRequest request) {
        boolean cut = dice.chance(0.5);
        if (commit.getParents() != null && commit.getParents().size() > 1) {
            show(commit, NONE);
        } else if (!request.author.human()) {
            show(commit, request.evidence);
        } else {
            show(commit, cut ? NONE : trailers(request.commits));
        }
    }

    /** A squash has the trailers of its commits, but an author of its own. */
    private static String trailers(List<Commit> commits) {
        boolean any = commits.stream()
                .map(Commit::getAiEvidence)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .filter(strongest -> !strongest.equals(NONE))
                .isPresent();
        return any ? ASSISTED : NONE;
    }

    /** What a request of such work says for good; null: its source does not look. */
    String ofRequest(String work) {
        boolean told = dice.chance(0.45);
        if (!source.readsDescriptions()) {
            return null;
        }
        return work.equals(ASSISTED) && !told ? NONE : work;
    }

    private void show(Commit commit, String evidence) {
        commit.setAiEvidence(source.readsMessages() ? evidence : null);
        commit.setTrailers(source.readsMessages() ? TRAILERS.getOrDefault(evidence, List.of()) : List.of());
    }
}
