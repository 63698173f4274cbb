package dev.streamgauge.processors.changes;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.landings.Written;
import dev.streamgauge.processors.table.Lattice;

/**
 * What a request says of itself; null: unknown.
 *
 * @param author its author's identifier
 * @param actorClass human, bot or agent
 * @param aiEvidence agent-authored, assisted or no-evidence, the strongest that it says
 * @param url a link for people
 * @param reverts the number of the request that it reverts
 * @param hotfix whether it repairs a failed deploy
 */
public record About(String author, String actorClass, String aiEvidence, String url, String reverts, boolean hotfix) {

    static About of(ReviewChanged review) {
        return new About(
                review.getAuthor(),
                review.getActorClass(),
                review.getAiEvidence(),
                review.getUrl(),
                review.getRevertsRequest(),
                Boolean.TRUE.equals(review.getHotfix()));
    }

    About merge(About other) {
        return new About(
                Lattice.least(author, other.author),
                Lattice.least(actorClass, other.actorClass),
                Written.strongest(aiEvidence, other.aiEvidence),
                Lattice.least(url, other.url),
                Lattice.least(reverts, other.reverts),
                hotfix || other.hotfix);
    }
}
