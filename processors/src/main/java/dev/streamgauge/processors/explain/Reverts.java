package dev.streamgauge.processors.explain;

import dev.streamgauge.facts.v1.Change;
import java.util.stream.Stream;

/** What a change takes back, and what takes it back. */
final class Reverts {

    private final World world;

    Reverts(World world) {
        this.world = world;
    }

    Stream<Relation> of(Change change) {
        Stream<Relation> reverts = change.getReverts().stream()
                .map(id -> new Relation(
                        id, new Reason("reverts", "one of its commits, or its request, says that it reverts this")));
        Stream<Relation> reverted = world.facts(Change.class).stream()
                .map(Fact::value)
                .filter(other -> other.getReverts().contains(change.getChange()))
                .map(other -> new Relation(
                        other.getChange(), new Reason("reverted_by", "it says that it reverts " + change.getChange())));
        return Stream.concat(reverts, reverted);
    }
}
