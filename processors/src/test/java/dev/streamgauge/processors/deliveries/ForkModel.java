package dev.streamgauge.processors.deliveries;

import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.Links;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Lattice;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Searches main from each commit anew: the greatest position that is reached without passing a commit on main. */
final class ForkModel {

    private final Map<String, CommitNode> commits;

    ForkModel(Collection<CommitNode> commits) {
        this.commits = commits.stream().collect(Collectors.toMap(CommitNode::sha, Function.identity()));
    }

    Position place(String sha) {
        return place(sha, new HashSet<>());
    }

    private Position place(String sha, Set<String> visited) {
        CommitNode commit = commits.get(sha);
        if (commit == null || commit.onMain() || !visited.add(sha)) {
            return commit == null ? null : commit.position();
        }
        Position greatest = null;
        for (String parent : commit.linked(Links.Kind.PARENT)) {
            greatest = Lattice.greatest(greatest, place(parent, visited));
        }
        return greatest;
    }
}
