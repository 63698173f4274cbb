package dev.streamgauge.processors.explain;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.facts.v1.Delivery;
import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The deploys of a repository, as they are published. */
final class Deploys {

    private static final Comparator<Deploy> ORDER = Comparator.comparing(Deploy::getFinishedAt)
            .thenComparing(Deploy::getDeployId, Text.ORDER)
            .thenComparingInt(Deploy::getAttempt);

    private final List<Fact<Deploy>> facts;

    Deploys(World world) {
        this.facts = world.facts(Deploy.class);
    }

    List<Fact<Deploy>> facts() {
        return facts;
    }

    List<Deploy> all() {
        return facts.stream().map(Fact::value).toList();
    }

    /** The first deploy of a lane that has a place on main; null: none. */
    Deploy first(String service, String environment) {
        return all().stream()
                .filter(deploy -> isIn(deploy, service, environment))
                .filter(deploy -> "success".equals(deploy.getOutcome()) && deploy.getPositionSha() != null)
                .min(ORDER)
                .orElse(null);
    }

    /** The deploy that delivered; null: none did. */
    Deploy of(Delivery delivery) {
        return all().stream()
                .filter(deploy -> delivered(deploy, delivery))
                .findFirst()
                .orElse(null);
    }

    /** Whether it was this deploy. */
    static boolean delivered(Deploy deploy, Delivery delivery) {
        return deploy.getDeployId().equals(delivery.getDeployId())
                && Objects.equals(deploy.getAttempt(), delivery.getDeployAttempt())
                && isIn(deploy, delivery.getService(), delivery.getEnvironment());
    }

    static boolean isIn(Deploy deploy, String service, String environment) {
        return deploy.getService().equals(service) && deploy.getEnvironment().equals(environment);
    }

    /** Whether an event is a snapshot of a deploy. */
    static boolean tells(DeployChanged event, Deploy deploy) {
        String repository = deploy.getRepository();
        String service =
                event.getService() == null ? repository.substring(repository.lastIndexOf('/') + 1) : event.getService();
        return event.getDeployId().equals(deploy.getDeployId())
                && event.getAttempt() == deploy.getAttempt()
                && isIn(deploy, service, event.getEnvironment());
    }

    /** A deploy for people. */
    static String name(Deploy deploy) {
        return "deploy %s/%d to %s/%s"
                .formatted(deploy.getDeployId(), deploy.getAttempt(), deploy.getService(), deploy.getEnvironment());
    }

    /** How its commit was joined to main. */
    static Reason joined(Deploy deploy) {
        String rule = deploy.getUnjoinedReason() == null ? deploy.getJoinedBy() : deploy.getUnjoinedReason();
        return deploy.getPositionSha() == null
                ? Words.reason(rule)
                : Words.reason(rule, "at " + Words.cut(deploy.getPositionSha()));
    }
}
