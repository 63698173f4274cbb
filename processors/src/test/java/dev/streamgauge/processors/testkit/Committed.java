package dev.streamgauge.processors.testkit;

import dev.streamgauge.events.v1.Commit;
import java.util.List;

/** A commit of a push. */
public final class Committed {

    private final Commit commit;

    Committed(String sha) {
        this.commit = Commit.newBuilder().setSha(sha).build();
    }

    public Committed authored(String time) {
        commit.setAuthoredAt(Moments.at(time));
        return this;
    }

    /** Names a request in its message. */
    public Committed names(String request) {
        commit.setRequest(request);
        return this;
    }

    public Committed broughtBy(String sha) {
        commit.setBroughtBy(sha);
        return this;
    }

    public Committed parents(String... shas) {
        commit.setParents(List.of(shas));
        return this;
    }

    Commit commit() {
        return commit;
    }
}
