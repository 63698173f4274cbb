package dev.streamgauge.connectors.git;

import dev.streamgauge.events.v1.Trailer;
import java.util.List;

/** What a commit says beyond its place and its times; each of the strings may be null, as in the event. */
record CommitNotes(String author, String actorClass, String aiEvidence, List<Trailer> trailers) {

    static final CommitNotes NONE = new CommitNotes(null, null, null, List.of());

    /** Most commits say nothing, and share one object that says so. */
    CommitNotes orNone() {
        return equals(NONE) ? NONE : this;
    }
}
