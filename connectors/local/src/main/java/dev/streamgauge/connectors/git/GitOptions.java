package dev.streamgauge.connectors.git;

import dev.streamgauge.connectors.providers.commits.MessageReader;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.time.Instant;
import java.util.Objects;

/**
 * What to read of a clone.
 *
 * @param deploysGlob which tags are deploys to production: a shell glob over the tag's short name, whose {@code *} also matches a slash
 * @param receivedAt when the events are taken in; stamped on every event, and the line beyond which a commit's date is from the future
 * @param messages how commits are judged, and people told in an event
 */
public record GitOptions(String deploysGlob, Instant receivedAt, MessageReader messages) {

    public GitOptions {
        Objects.requireNonNull(deploysGlob, "deploysGlob");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(messages, "messages");
    }

    /** Every tag is a deploy, nobody is identified, and agents and assistants are known as usual. */
    public static GitOptions at(Instant receivedAt) {
        return new GitOptions("*", receivedAt, DoorRules.usual().messages());
    }

    public GitOptions deploys(String glob) {
        return new GitOptions(glob, receivedAt, messages);
    }

    public GitOptions messages(MessageReader reader) {
        return new GitOptions(deploysGlob, receivedAt, reader);
    }
}
