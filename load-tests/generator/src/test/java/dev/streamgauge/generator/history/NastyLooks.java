package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;

import dev.streamgauge.events.v1.SourceChecked;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The cases about looks at sources. */
final class NastyLooks {
    private NastyLooks() {}

    static Map<String, Predicate<Told>> looks() {
        return Map.ofEntries(
                Map.entry("a look that finds nothing missing", told -> any(looks(told), look -> !lacks(look))),
                Map.entry(
                        "a look that takes back what an earlier one found",
                        told -> pair(told, (one, other) -> later(other, one) && lacks(one) && !lacks(other))),
                Map.entry(
                        "a look that does not see any more what was lost",
                        told -> pair(
                                told, (one, other) -> later(other, one) && one.getLost() > 0 && other.getLost() == 0)),
                Map.entry(
                        "two looks of one instant, one of which found more lost",
                        told -> tie(told, (one, other) -> one.getLost() > other.getLost())),
                Map.entry(
                        "two looks of one instant, one of which found more waiting, and less lost",
                        told -> tie(
                                told,
                                (one, other) ->
                                        one.getWaiting() > other.getWaiting() && one.getLost() < other.getLost())),
                Map.entry(
                        "two looks of one instant that differ in when the first was sent",
                        told -> tie(
                                told,
                                (one, other) -> alike(one, other)
                                        && !Objects.equals(one.getMissingSince(), other.getMissingSince()))),
                Map.entry(
                        "two looks of one instant that differ in how far back they saw",
                        told -> tie(
                                told,
                                (one, other) -> alike(one, other)
                                        && !Objects.equals(one.getCheckedSince(), other.getCheckedSince()))),
                Map.entry(
                        "looks at two sources",
                        told -> looks(told).stream()
                                        .map(SourceChecked::getSource)
                                        .distinct()
                                        .count()
                                > 1),
                Map.entry(
                        "a repository of which there is nothing but looks",
                        told -> told.events().stream()
                                .filter(event -> event.get(2).equals(told.repository()))
                                .allMatch(SourceChecked.class::isInstance)));
    }

    private static List<SourceChecked> looks(Told told) {
        return told.all(SourceChecked.class);
    }

    private static boolean lacks(SourceChecked look) {
        return look.getWaiting() + look.getLost() > 0;
    }

    private static boolean later(SourceChecked last, SourceChecked first) {
        return last.getOccurredAt().isAfter(first.getOccurredAt());
    }

    private static boolean alike(SourceChecked one, SourceChecked other) {
        return one.getLost() == other.getLost() && one.getWaiting() == other.getWaiting();
    }

    private static boolean tie(Told told, BiPredicate<SourceChecked, SourceChecked> related) {
        return pair(
                told, (one, other) -> one.getOccurredAt().equals(other.getOccurredAt()) && related.test(one, other));
    }

    private static boolean pair(Told told, BiPredicate<SourceChecked, SourceChecked> related) {
        return Told.pair(looks(told), SourceChecked::getSource, related);
    }
}
