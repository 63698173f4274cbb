package dev.streamgauge.processors.explain;

import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.facts.v1.Deploy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where changes stand in the lanes of their repository. */
final class Reaches {

    private record Lane(String service, String environment) {}

    private final World world;
    private final Deploys deploys;

    Reaches(World world, Deploys deploys) {
        this.world = world;
        this.deploys = deploys;
    }

    /** A change in every lane. */
    List<Reach> of(Change change) {
        List<Reach> reaches = new ArrayList<>();
        Set<Lane> without = new LinkedHashSet<>();
        deploys.all().forEach(deploy -> without.add(new Lane(deploy.getService(), deploy.getEnvironment())));
        for (Fact<Delivery> fact : world.facts(Delivery.class)) {
            Delivery delivery = fact.value();
            if (delivery.getChange().equals(change.getChange())) {
                reaches.add(of(delivery));
                without.remove(new Lane(delivery.getService(), delivery.getEnvironment()));
            }
        }
        without.forEach(lane -> reaches.add(none(change, lane)));
        return reaches;
    }

    /** The changes that a deploy delivered. */
    List<Reach> by(Deploy deploy) {
        return world.facts(Delivery.class).stream()
                .map(Fact::value)
                .filter(delivery -> Deploys.delivered(deploy, delivery))
                .map(this::of)
                .toList();
    }

    private Reach of(Delivery delivery) {
        return new Reach(
                delivery.getChange(),
                delivery.getService(),
                delivery.getEnvironment(),
                delivery.getStatus(),
                why(delivery),
                delivery,
                StageLengths.of(delivery));
    }

    private Reason why(Delivery delivery) {
        return switch (delivery.getStatus()) {
            case "delivered" -> {
                Deploy deploy = deploys.of(delivery);
                yield Words.reason(
                        delivery.getEvidence(),
                        Deploys.name(deploy) + " put " + Words.cut(deploy.getSha()) + " there ("
                                + Deploys.joined(deploy).rule() + ")");
            }
            case "baseline" ->
                Words.reason(
                        "baseline",
                        "the first is "
                                + Deploys.name(deploys.first(delivery.getService(), delivery.getEnvironment())));
            default -> waiting(delivery);
        };
    }

    private static Reason waiting(Delivery delivery) {
        String stage = delivery.getOpenStage();
        String what = switch (stage) {
            case "integration" -> "no main build of its landing or a later one is known to be green";
            case "deploy_wait" -> "no deploy of its landing, or of something later, is known to have begun";
            default -> "a deploy that would deliver it has begun, and is not known to have finished";
        };
        return new Reason(stage, what + " (since " + delivery.getOpenSince() + ")");
    }

    private static Reach none(Change change, Lane lane) {
        return new Reach(
                change.getChange(), lane.service(), lane.environment(), Reach.NONE, why(change, lane), null, List.of());
    }

    private static Reason why(Change change, Lane lane) {
        if (change.getServices() != null && !change.getServices().contains(lane.service())) {
            return new Reason("services", "its commits touch only " + String.join(", ", change.getServices()));
        }
        return change.getLandedAt() == null
                ? new Reason("not_landed", "it has not landed, and none of its commits was deployed there")
                : new Reason(
                        "undelivered", "no successful deploy there is at or after its landing, or of a commit of it");
    }
}
