package dev.streamgauge.processors.explain;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.facts.v1.RedEpisode;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Explains one red episode: the walk in commit order from the build that turned main red to the one that ended that. */
final class EpisodeExplainer {

    private static final Comparator<Build> WALK = Comparator.comparing(Build::position)
            .thenComparing(Integration::knownAt)
            .thenComparing(build -> build.ref().runId(), Text.ORDER)
            .thenComparing(build -> build.ref().attempt());

    private final World world;

    EpisodeExplainer(World world) {
        this.world = world;
    }

    Explanation explain(Fact<RedEpisode> fact) {
        RedEpisode episode = fact.value();
        Timeline timeline = new Timeline(List.of(episode));
        Map<Build, Reason> walk = walk(episode);
        for (Heard heard : world.events()) {
            if (heard.event() instanceof BuildChanged event && event.getJob() == null) {
                walk.entrySet().stream()
                        .filter(each -> is(each.getKey(), event.getRunId(), event.getAttempt()))
                        .forEach(each -> timeline.add(heard, each.getValue()));
            }
        }
        return new Explanation(
                "red_episode",
                world.repository(),
                episode.getRedRunId() + "/" + episode.getRedAttempt(),
                summary(episode),
                List.of(fact),
                timeline.list(),
                List.of(),
                relations(episode),
                new Additions(world.groups()).count(fact.contributions()).list());
    }

    private static String summary(RedEpisode episode) {
        String opened = "%s turned red at %s by run %s/%d of %s; "
                .formatted(
                        episode.getWorkflow(),
                        episode.getStartedAt(),
                        episode.getRedRunId(),
                        episode.getRedAttempt(),
                        Words.cut(episode.getRedSha()));
        return opened
                + (episode.getEndedAt() == null
                        ? "it is still red"
                        : "it was green again at %s by run %s/%d of %s"
                                .formatted(
                                        episode.getEndedAt(),
                                        episode.getGreenRunId(),
                                        episode.getGreenAttempt(),
                                        Words.cut(episode.getGreenSha())));
    }

    private static List<Relation> relations(RedEpisode episode) {
        return episode.getRedChanges().stream()
                .map(id -> new Relation(id, new Reason("red_changes", "it owns the commit that turned main red")))
                .toList();
    }

    /** The builds of the episode with their parts in it, in commit order. */
    private Map<Build, Reason> walk(RedEpisode episode) {
        Build opener = find(episode, episode.getRedRunId(), episode.getRedAttempt());
        Build closer = find(episode, episode.getGreenRunId(), episode.getGreenAttempt());
        Map<Build, Reason> walk = new LinkedHashMap<>();
        world.builds().stream()
                .filter(build -> counts(build, episode))
                .filter(build -> WALK.compare(opener, build) <= 0)
                .filter(build -> closer == null || WALK.compare(build, closer) <= 0)
                .sorted(WALK)
                .forEach(build -> walk.put(build, why(build, opener, closer)));
        return walk;
    }

    private static Reason why(Build build, Build opener, Build closer) {
        if (build.equals(opener)) {
            return new Reason("opened", "the first failure after green, in commit order");
        }
        if (build.equals(closer)) {
            return new Reason("ended", "the first green build of that commit or a later one");
        }
        return build.failed()
                ? new Reason("failures", "a further failure before it ended, in commit order")
                : new Reason("attempts", "a success in between that was known before the failure, so it ended nothing");
    }

    private Build find(RedEpisode episode, String run, Integer attempt) {
        return world.builds().stream()
                .filter(build -> counts(build, episode) && is(build, run, attempt))
                .findFirst()
                .orElse(null);
    }

    private static boolean counts(Build build, RedEpisode episode) {
        return build.workflow().equals(episode.getWorkflow())
                && build.onMain()
                && build.position() != null
                && (build.succeeded() || build.failed());
    }

    private static boolean is(Build build, String run, Integer attempt) {
        return build.ref().runId().equals(run) && Objects.equals(build.ref().attempt(), attempt);
    }
}
