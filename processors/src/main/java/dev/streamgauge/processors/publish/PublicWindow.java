package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.aggregates.v1.Bucket;
import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.aggregates.v1.LeadTimeKey;
import dev.streamgauge.aggregates.v1.MainBranch;
import dev.streamgauge.aggregates.v1.MainBranchKey;
import dev.streamgauge.aggregates.v1.TimeToGreen;
import dev.streamgauge.aggregates.v1.TimeToGreenKey;
import dev.streamgauge.processors.aggregates.Summary;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.store.Revision;
import java.time.Instant;
import java.util.List;

/** {@code lead-time.v1}, {@code main-branch.v1} and {@code time-to-green.v1}. */
public final class PublicWindow {

    private PublicWindow() {}

    /** The public record of a revised window, for the topic of its kind. */
    public static Published of(Revision<WindowSums> revision, Instant now) {
        WindowSums sums = revision.after();
        WindowKey key = (sums == null ? revision.before() : sums).key();
        return switch (key.kind()) {
            case LEAD_TIME ->
                new Published(leadTimeKey(key), sums == null ? null : leadTime(sums, revision.number(), now));
            case MAIN_BRANCH ->
                new Published(mainBranchKey(key), sums == null ? null : mainBranch(sums, revision.number(), now));
            case TIME_TO_GREEN ->
                new Published(timeToGreenKey(key), sums == null ? null : timeToGreen(sums, revision.number(), now));
        };
    }

    private static LeadTimeKey leadTimeKey(WindowKey key) {
        List<String> by = key.dimensions();
        return new LeadTimeKey(
                key.repository(), by.get(0), by.get(1), by.get(2), key.window().label(), instant(key.start()));
    }

    private static MainBranchKey mainBranchKey(WindowKey key) {
        return new MainBranchKey(
                key.repository(), key.dimensions().get(0), key.window().label(), instant(key.start()));
    }

    private static TimeToGreenKey timeToGreenKey(WindowKey key) {
        return new TimeToGreenKey(
                key.repository(), key.dimensions().get(0), key.window().label(), instant(key.start()));
    }

    private static LeadTime leadTime(WindowSums sums, long revision, Instant now) {
        LeadTimeKey key = leadTimeKey(sums.key());
        Summary summary = sums.summary();
        return LeadTime.newBuilder()
                .setRepository(key.getRepository())
                .setService(key.getService())
                .setEnvironment(key.getEnvironment())
                .setMetric(key.getMetric())
                .setWindow(key.getWindow())
                .setWindowStart(key.getWindowStart())
                .setCount(summary.count())
                .setSumMs(summary.sumMs())
                .setMeanMs(summary.meanMs())
                .setP50Ms(summary.percentileMs(50))
                .setP75Ms(summary.percentileMs(75))
                .setP90Ms(summary.percentileMs(90))
                .setP95Ms(summary.percentileMs(95))
                .setHistogram(histogram(summary))
                .setExcludedBaseline(sums.count("baseline"))
                .setExcludedBeforeLanding(sums.count("before_landing"))
                .setExcludedClockSkew(sums.count("clock_skew"))
                .setExcludedNoAuthorDate(sums.count("no_author_date"))
                .setRevision(revision)
                .setComputedAt(now)
                .build();
    }

    private static MainBranch mainBranch(WindowSums sums, long revision, Instant now) {
        MainBranchKey key = mainBranchKey(sums.key());
        long successes = sums.count("success");
        long count = successes + sums.count("failure");
        return MainBranch.newBuilder()
                .setRepository(key.getRepository())
                .setWorkflow(key.getWorkflow())
                .setWindow(key.getWindow())
                .setWindowStart(key.getWindowStart())
                .setCount(count)
                .setSuccesses(successes)
                .setFailures(sums.count("failure"))
                .setRunSuccessRate(count == 0 ? null : (double) successes / count)
                .setExcludedCancelled(sums.count("cancelled"))
                .setExcludedSkipped(sums.count("skipped"))
                .setExcludedNeutral(sums.count("neutral"))
                .setExcludedStale(sums.count("stale"))
                .setExcludedInfrastructureError(sums.count("infrastructure_error"))
                .setRevision(revision)
                .setComputedAt(now)
                .build();
    }

    private static TimeToGreen timeToGreen(WindowSums sums, long revision, Instant now) {
        TimeToGreenKey key = timeToGreenKey(sums.key());
        Summary summary = sums.summary();
        return TimeToGreen.newBuilder()
                .setRepository(key.getRepository())
                .setWorkflow(key.getWorkflow())
                .setWindow(key.getWindow())
                .setWindowStart(key.getWindowStart())
                .setCount(summary.count())
                .setSumMs(summary.sumMs())
                .setMeanMs(summary.meanMs())
                .setP50Ms(summary.percentileMs(50))
                .setP75Ms(summary.percentileMs(75))
                .setP90Ms(summary.percentileMs(90))
                .setP95Ms(summary.percentileMs(95))
                .setMaxMs(summary.percentileMs(100))
                .setHistogram(histogram(summary))
                .setExcludedOpen(sums.count("open"))
                .setRevision(revision)
                .setComputedAt(now)
                .build();
    }

    private static List<Bucket> histogram(Summary summary) {
        return summary.histogram().buckets().stream()
                .map(bucket -> new Bucket(bucket.index(), bucket.count()))
                .toList();
    }
}
