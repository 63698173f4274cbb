package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.runs.NextGreen;
import java.util.ArrayList;
import java.util.List;

/** What red episodes contribute to {@code time-to-green.v1} (docs/metrics.md, sections 4 and 10). */
final class TimeToGreenContributions {

    private final WorkflowKeys keys;

    TimeToGreenContributions(Definitions definitions) {
        this.keys = new WorkflowKeys(definitions);
    }

    /** Of a red episode; null: none. */
    List<Contribution> of(Episode episode) {
        List<Contribution> contributions = new ArrayList<>();
        if (episode == null) {
            return contributions;
        }
        long at = (episode.open() ? episode.opener() : episode.closer()).at();
        List<String> dimensions = List.of(episode.workflow(), Profile.OURS);
        for (WindowKey key : keys.of(Kind.TIME_TO_GREEN, episode.repository(), dimensions, at)) {
            contributions.add(ended(key, episode.timeToGreenMs()));
        }
        if (!episode.open()) {
            for (Window window : Window.tumbling()) {
                spread(episode, window, contributions);
            }
        }
        return contributions;
    }

    /** Of a failure in CircleCI's terms; null: none. */
    List<Contribution> of(NextGreen next) {
        List<Contribution> contributions = new ArrayList<>();
        if (next != null) {
            long failedAt = next.failure().at();
            Long tookMs = next.greenAt() == null ? null : next.greenAt() - failedAt;
            long at = next.greenAt() == null ? failedAt : next.greenAt();
            List<String> dimensions = List.of(next.workflow(), Profile.CIRCLECI.label());
            keys.of(Kind.TIME_TO_GREEN, next.repository(), dimensions, at)
                    .forEach(key -> contributions.add(ended(key, tookMs)));
        }
        return contributions;
    }

    private static Contribution ended(WindowKey key, Long tookMs) {
        return tookMs == null ? Contribution.count(key, "excluded_open") : Contribution.duration(key, tookMs);
    }

    /** The time of an ended episode in each of the windows that it touched. All workflows have none: theirs may overlap. */
    private static void spread(Episode episode, Window window, List<Contribution> contributions) {
        List<String> dimensions = List.of(episode.workflow(), Profile.OURS);
        long from = episode.opener().at();
        long to = episode.closer().at();
        for (long start = window.startOf(from); start < to; start += window.lengthMs()) {
            WindowKey key = new WindowKey(
                    Kind.TIME_TO_GREEN, WindowKey.Scope.REPOSITORY, episode.repository(), dimensions, window, start);
            long redMs = Math.min(to, start + window.lengthMs()) - Math.max(from, start);
            contributions.add(Contribution.sum(key, "red_ms", redMs));
        }
    }
}
