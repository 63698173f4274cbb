package dev.streamgauge.processors.explain;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.landings.CommitNode;
import java.util.stream.Stream;

/** Who says what a change shows of an AI, and who says so in vain. */
final class Evidence {

    private static final String RULE = "ai_evidence";

    private final World world;
    private final Change change;
    private final Commits commits;

    Evidence(World world, Change change, Commits commits) {
        this.world = world;
        this.change = change;
        this.commits = commits;
    }

    /** The request and the commits that say something of it, the commits by hash. */
    Stream<Relation> relations() {
        String request =
                change.review() == null ? null : change.review().about().aiEvidence();
        Stream<Relation> said = request == null
                ? Stream.empty()
                : Stream.of(new Relation("request " + change.request(), counting(request)));
        return Stream.concat(
                said,
                commits.all().keySet().stream()
                        .map(world::commit)
                        .filter(Evidence::speaks)
                        .map(this::relation));
    }

    private static boolean speaks(CommitNode commit) {
        return commit.written().aiEvidence() != null;
    }

    private Relation relation(CommitNode commit) {
        String said = commit.written().aiEvidence();
        return new Relation("commit " + commit.sha(), commits.tells(commit) ? counting(said) : inVain(said));
    }

    private Reason counting(String said) {
        String strongest = change.aiEvidence();
        return new Reason(
                RULE,
                said.equals(strongest)
                        ? "it says %s, and nothing of the change says more".formatted(said)
                        : "it says %s, but something of the change says %s".formatted(said, strongest));
    }

    private static Reason inVain(String said) {
        return new Reason(RULE, "it says %s, but of none of the changes that it carried".formatted(said));
    }
}
