package dev.streamgauge.processors.explain;

import dev.streamgauge.facts.v1.Change;
import java.util.List;
import java.util.stream.Collectors;

/** A change in one sentence. */
final class Summary {

    private Summary() {}

    static String of(Change change, List<Reach> reaches) {
        return change.getChange() + " " + state(change) + lanes(change, reaches);
    }

    private static String state(Change change) {
        String hotfix = change.getHotfix() ? "is a hotfix; it " : "";
        return hotfix
                + switch (change.getState()) {
                    case "landed" ->
                        "landed on main at %s by %s (%s)"
                                .formatted(
                                        change.getLandedAt(), Words.cut(change.getLandingSha()), change.getJoinedBy());
                    case "merged" -> "is merged, but its landing has not been seen";
                    case "closed" -> "was closed without landing";
                    default ->
                        "is in flight: %s since %s"
                                .formatted(
                                        change.getOpenStage(),
                                        change.getOpenSince() == null ? "an unknown time" : change.getOpenSince());
                };
    }

    private static String lanes(Change change, List<Reach> reaches) {
        if (reaches.isEmpty()) {
            return change.getLandedAt() == null ? "" : "; no deploy of its repository is known";
        }
        return "; "
                + reaches.stream()
                        .map(reach -> "%s/%s: %s".formatted(reach.service(), reach.environment(), status(reach)))
                        .collect(Collectors.joining(", "));
    }

    private static String status(Reach reach) {
        return switch (reach.status()) {
            case Reach.NONE -> reach.reason().rule().equals("services") ? "not concerned" : "not delivered";
            case "in_flight" ->
                "waits in " + reach.record().getOpenStage() + " since "
                        + reach.record().getOpenSince();
            case "delivered" -> "delivered at " + reach.record().getDeliveredAt();
            default -> reach.status();
        };
    }
}
