package dev.streamgauge.connectors.providers.commits;

import dev.streamgauge.events.v1.Trailer;
import java.util.List;

/**
 * What a commit says beyond its place and its times; each of the strings may be null, as in the event.
 *
 * @param author a keyed hash
 * @param actorClass agent or bot; null: not known to be one
 * @param aiEvidence null: nothing was looked for
 */
public record CommitNotes(
        String author, String actorClass, String aiEvidence, Origins origins, List<Trailer> trailers) {

    /** Nobody has looked. */
    public static final CommitNotes NONE = new CommitNotes(null, null, null, Origins.NONE, List.of());

    /** What most commits say: nothing. */
    public static final CommitNotes PLAIN = new CommitNotes(null, null, "no-evidence", Origins.NONE, List.of());

    /**
     * The commits that a message names by their full hashes; a short one may be another commit's tomorrow.
     *
     * @param pickedFrom those that it was cherry-picked from
     * @param reverts those that it reverts
     */
    public record Origins(List<String> pickedFrom, List<String> reverts) {
        static final Origins NONE = new Origins(List.of(), List.of());

        public int count() {
            return pickedFrom.size() + reverts.size();
        }
    }

    /** Most commits say nothing, and share one object that says so. */
    CommitNotes shared() {
        return equals(NONE) ? NONE : equals(PLAIN) ? PLAIN : this;
    }
}
