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

    public Committed by(String author) {
        commit.setAuthor(author);
        return this;
    }

    public Committed services(String... services) {
        commit.setServices(List.of(services));
        return this;
    }

    public Committed pickedFrom(String... shas) {
        commit.setPickedFrom(List.of(shas));
        return this;
    }

    public Committed reverts(String... shas) {
        commit.setReverts(List.of(shas));
        return this;
    }

    /** What its door has found in it. */
    public Committed shows(String aiEvidence) {
        commit.setAiEvidence(aiEvidence);
        return this;
    }

    Commit commit() {
        return commit;
    }
}
