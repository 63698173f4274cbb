package dev.streamgauge.connectors.git;

import dev.streamgauge.events.v1.Trailer;
import java.util.List;

/** What a commit says beyond its place and its times; each of the strings may be null, as in the event. */
record CommitNotes(String author, String actorClass, String aiEvidence, Origins origins, List<Trailer> trailers) {

    static final CommitNotes NONE = new CommitNotes(null, null, null, Origins.NONE, List.of());

    /**
     * The commits that a message names by their full hashes; a short one may be another commit's tomorrow.
     *
     * @param pickedFrom those that it was cherry-picked from
     * @param reverts those that it reverts
     */
    record Origins(List<String> pickedFrom, List<String> reverts) {
        static final Origins NONE = new Origins(List.of(), List.of());

        int count() {
            return pickedFrom.size() + reverts.size();
        }
    }

    /** Most commits say nothing, and share one object that says so. */
    CommitNotes orNone() {
        return equals(NONE) ? NONE : this;
    }
}
