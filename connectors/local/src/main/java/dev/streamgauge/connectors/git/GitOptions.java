package dev.streamgauge.connectors.git;

import java.time.Instant;
import java.util.Objects;

/**
 * What to read of a clone.
 *
 * @param deploysGlob which tags are deploys to production: a shell glob over the tag's short name, whose {@code *} also matches a slash
 * @param receivedAt when the events are taken in; stamped on every event, and the line beyond which a commit's date is from the future
 * @param people how a person and an assistant are told in an event
 */
public record GitOptions(String deploysGlob, Instant receivedAt, People people) {

    public GitOptions {
        Objects.requireNonNull(deploysGlob, "deploysGlob");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(people, "people");
    }

    /** Every tag is a deploy, and nobody is identified. */
    public static GitOptions at(Instant receivedAt) {
        return new GitOptions("*", receivedAt, People.anonymous());
    }

    public GitOptions deploys(String glob) {
        return new GitOptions(glob, receivedAt, people);
    }

    public GitOptions people(People identified) {
        return new GitOptions(deploysGlob, receivedAt, identified);
    }
}
