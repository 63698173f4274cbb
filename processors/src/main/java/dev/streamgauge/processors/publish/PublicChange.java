package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.facts.v1.ChangeKey;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Pass;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.Text;
import java.util.List;

/** {@code changes.v1}. */
public final class PublicChange {

    private PublicChange() {}

    /** The public record of a revision; null if it says nothing new in public. */
    public static Published of(Revision<Change> revision) {
        dev.streamgauge.facts.v1.Change before = value(revision.before(), revision.number());
        dev.streamgauge.facts.v1.Change after = value(revision.after(), revision.number());
        if (before == null ? after == null : before.equals(after)) {
            return null;
        }
        Change any = revision.after() == null ? revision.before() : revision.after();
        return new Published(new ChangeKey(any.repository(), any.id()), after);
    }

    private static dev.streamgauge.facts.v1.Change value(Change change, long revision) {
        if (change == null || !change.published()) {
            return null;
        }
        return dev.streamgauge.facts.v1.Change.newBuilder()
                .setRepository(change.repository())
                .setChange(change.id())
                .setKind(change.request() == null ? "direct" : "request")
                .setState(change.state())
                .setRequest(change.request())
                .setJoinedBy(change.joinedBy())
                .setFirstAuthoredAt(instant(change.firstAuthoredAt()))
                .setOpenedAt(instant(change.openedAt()))
                .setLandedAt(instant(change.landedAt()))
                .setLandingSha(change.landed() ? change.landing().sha() : null)
                .setLandings(change.landings().size())
                .setActorClass(change.actorClass())
                .setAiEvidence(change.aiEvidence())
                .setAuthor(change.author())
                .setServices(sorted(change.services()))
                .setReadyAt(instant(change.readyAt()))
                .setFirstReviewAt(instant(change.firstReviewAt()))
                .setApprovedAt(instant(change.approvedAt()))
                .setMergeQueuePasses(change.passes().size())
                .setMergeQueueEvictions(
                        (int) change.passes().stream().filter(Pass::evicted).count())
                .setHotfix(change.hotfix())
                .setReverts(sorted(change.reverts()))
                .setOpenStage(change.openStage())
                .setOpenSince(instant(change.openSince()))
                .setUrl(change.url())
                .setRevision(revision)
                .build();
    }

    /** By bytes; null stays null. */
    private static List<String> sorted(List<String> texts) {
        return texts == null ? null : texts.stream().sorted(Text.ORDER).toList();
    }
}
