package dev.streamgauge.processors.explain;

import static dev.streamgauge.processors.landings.Links.Kind.REQUEST;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.changes.Change;
import java.util.List;
import java.util.stream.Stream;

/** Promotion requests, and the changes that they carry. */
final class Carriers {

    private final World world;

    Carriers(World world) {
        this.world = world;
    }

    /** The promotions that brought a change to main. */
    Stream<Relation> of(dev.streamgauge.facts.v1.Change change) {
        boolean carried = world.change(change.getChange()).landings().stream()
                .anyMatch(landing -> landing.joinedBy().equals("carried"));
        return !carried
                ? Stream.empty()
                : world.changes().stream()
                        .filter(Change::carrier)
                        .filter(carrier -> carried(carrier).contains(change.getRequest()))
                        .map(carrier -> new Relation(carrier.id(), Words.reason("carried")));
    }

    /** The changes that a carrier carries. */
    Explanation explain(Change carrier) {
        List<Relation> carried = carried(carrier).stream()
                .map(number -> new Relation(
                        world.repository() + "#" + number,
                        new Reason("carried", "its request claims a commit that the promotion names")))
                .toList();
        Timeline timeline = new Timeline(List.of());
        world.events().stream()
                .filter(heard -> heard.event() instanceof ReviewChanged review && isOf(review, carrier))
                .forEach(heard -> timeline.add(heard, new Reason("request", "a snapshot of the promotion itself")));
        return new Explanation(
                "carrier",
                world.repository(),
                carrier.id(),
                "%s is no change: it only promotes other changes from one long-lived branch to another (%s)"
                        .formatted(
                                carrier.id(),
                                carried.isEmpty() ? "it names none of theirs" : carried.size() + " of them"),
                List.of(),
                timeline.list(),
                List.of(),
                carried,
                List.of());
    }

    /** Those that claim a commit which the carrier names; its own merge commit is none of these. */
    private List<String> carried(Change carrier) {
        return world.events().stream()
                .map(Heard::event)
                .filter(event -> event instanceof ReviewChanged review && isOf(review, carrier))
                .flatMap(event -> named((ReviewChanged) event))
                .distinct()
                .flatMap(sha -> world.commit(sha).linked(REQUEST).stream())
                .distinct()
                .filter(this::isChange)
                .sorted()
                .toList();
    }

    private static Stream<String> named(ReviewChanged review) {
        return Stream.concat(review.getCommitShas().stream(), Stream.ofNullable(review.getHeadSha()));
    }

    private static boolean isOf(ReviewChanged review, Change carrier) {
        return review.getRequest().equals(carrier.request());
    }

    private boolean isChange(String request) {
        Change change = world.change(world.repository() + "#" + request);
        return change != null && !change.carrier();
    }
}
