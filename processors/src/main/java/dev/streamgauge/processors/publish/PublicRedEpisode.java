package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.facts.v1.RedEpisode;
import dev.streamgauge.facts.v1.RedEpisodeKey;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.health.Step;
import dev.streamgauge.processors.store.Revision;

/** {@code red-episodes.v1}. */
public final class PublicRedEpisode {

    private PublicRedEpisode() {}

    public static Published of(Revision<Episode> revision) {
        Episode any = revision.after() == null ? revision.before() : revision.after();
        RedEpisodeKey key = new RedEpisodeKey(
                any.repository(),
                any.workflow(),
                any.opener().build().runId(),
                any.opener().build().attempt());
        return new Published(key, value(revision.after(), revision.number()));
    }

    private static RedEpisode value(Episode episode, long revision) {
        if (episode == null) {
            return null;
        }
        Step closer = episode.closer();
        return RedEpisode.newBuilder()
                .setRepository(episode.repository())
                .setWorkflow(episode.workflow())
                .setRedRunId(episode.opener().build().runId())
                .setRedAttempt(episode.opener().build().attempt())
                .setRedSha(episode.opener().position().sha())
                .setStartedAt(instant(episode.opener().at()))
                .setGreenSha(closer == null ? null : closer.position().sha())
                .setGreenRunId(closer == null ? null : closer.build().runId())
                .setGreenAttempt(closer == null ? null : closer.build().attempt())
                .setEndedAt(closer == null ? null : instant(closer.at()))
                .setTimeToGreenMs(episode.timeToGreenMs())
                .setFailures(episode.failures())
                .setAttempts(episode.attempts())
                .setRedChanges(episode.redChanges())
                .setRevision(revision)
                .build();
    }
}
