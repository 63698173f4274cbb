package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.settings.match.Glob;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which versions of deploys somebody is to be told of, in the order of one partition: those by which a deploy has finished, or has become something else since. Bounded
 * by the deploys that finished within an hour of the latest record.
 */
public final class DeployNews {

    /** What arrived so long after the deploy's end is history, and nobody is told. */
    public static final Duration HISTORY = Duration.ofHours(1);

    private final List<Glob> environments;
    private final Map<List<Object>, Told> told = new HashMap<>();

    /** What matters of a deploy that has finished; all else may change as it likes. */
    private record Told(String outcome, String sha, boolean rollback, Instant finishedAt) {

        Told(Deploy deploy) {
            this(deploy.getOutcome(), deploy.getSha(), isRollback(deploy), deploy.getFinishedAt());
        }
    }

    /** @param environments patterns of those whose deploys are told */
    public DeployNews(List<Glob> environments) {
        this.environments = List.copyOf(environments);
    }

    /** Whether it takes a former version back. */
    public static boolean isRollback(Deploy deploy) {
        return "rollback".equals(deploy.getKind());
    }

    /**
     * Whether somebody is to be told of this version.
     *
     * @param arrived when the topic got it
     */
    public boolean isNews(Deploy deploy, Instant arrived) {
        return hasChangedSomething(deploy)
                && environments.stream().anyMatch(pattern -> pattern.matches(deploy.getEnvironment()))
                && !isHistory(deploy.getFinishedAt(), arrived)
                && !new Told(deploy).equals(told.get(key(deploy)));
    }

    // One that carries several repositories is told once. A cancelled one, or the same commit again, is no change.
    private static boolean hasChangedSomething(Deploy deploy) {
        boolean counts = deploy.getCountedIn() == null || deploy.getCountedIn().equals(deploy.getRepository());
        boolean finished = "finished".equals(deploy.getState()) && deploy.getFinishedAt() != null;
        return counts && finished && !"cancelled".equals(deploy.getOutcome()) && !"resync".equals(deploy.getKind());
    }

    private static boolean isHistory(Instant finishedAt, Instant arrived) {
        return Duration.between(finishedAt, arrived).compareTo(HISTORY) > 0;
    }

    /** Notes that this version has been told, or need not be. */
    public void passed(Deploy deploy, Instant arrived) {
        told.values().removeIf(each -> isHistory(each.finishedAt(), arrived));
        if (isNews(deploy, arrived)) {
            told.put(key(deploy), new Told(deploy));
        }
    }

    private static List<Object> key(Deploy deploy) {
        return List.of(
                deploy.getRepository(),
                deploy.getService(),
                deploy.getEnvironment(),
                Objects.requireNonNull(deploy.getDeployId()),
                deploy.getAttempt());
    }
}
