package dev.streamgauge.peers;

import java.time.Instant;

/**
 * What one event tells of a commit, and no more: little travels between tasks. Public fields and a constructor without arguments are what Flink's fast serializer
 * asks for.
 */
public final class Sighting {

    /** What happened to the commit. */
    public enum Kind {
        /** It became the head of the default branch. */
        LANDED,
        /** It got into production. */
        DELIVERED,
        /** A build of it on the default branch ended. */
        BUILT
    }

    public Kind kind;
    public String repository;
    public String sha;

    /** When, in milliseconds since 1970. */
    public long moment;

    /** The run of a build; null: it is none. */
    public String run;

    public int attempt;
    public String workflow;
    public boolean success;

    static Sighting of(Kind kind, String repository, String sha, Instant moment) {
        Sighting sighting = new Sighting();
        sighting.kind = kind;
        sighting.repository = repository;
        sighting.sha = sha;
        sighting.moment = moment.toEpochMilli();
        return sighting;
    }

    /** The same of a build. */
    Sighting by(String run, int attempt, String workflow, boolean success) {
        this.run = run;
        this.attempt = attempt;
        this.workflow = workflow;
        this.success = success;
        return this;
    }

    /** Which commit of which repository: forks share commits. */
    String commit() {
        return repository + '@' + sha;
    }
}
