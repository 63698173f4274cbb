package dev.streamgauge.processors.testkit;

/** Who can appear in a story. */
public final class Cast {

    private Cast() {}

    public static Committed commit(String sha) {
        return new Committed(sha);
    }

    /** A push to main. */
    public static Pushed landed(Committed... commits) {
        return new Pushed("main", commits);
    }

    /** A push to another branch. */
    public static Pushed pushed(Committed... commits) {
        return new Pushed("topic", commits);
    }

    public static Reviewed request(String number) {
        return new Reviewed(number);
    }

    public static Built build(String run, String sha) {
        return new Built(run, sha);
    }

    public static Raised incident(String id) {
        return new Raised(id);
    }

    public static Looked look(String source) {
        return new Looked(source);
    }

    public static Deployed deploy(String id, String sha) {
        return new Deployed(id, sha);
    }
}
