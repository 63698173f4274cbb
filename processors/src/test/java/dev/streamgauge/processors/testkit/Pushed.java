package dev.streamgauge.processors.testkit;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.List;
import java.util.stream.Stream;

/** A push; its head is the last of its commits. */
public final class Pushed implements Telling {

    private final CommitPushed push;

    Pushed(String branch, Committed... committed) {
        List<Commit> commits = Stream.of(committed).map(Committed::commit).toList();
        this.push = CommitPushed.newBuilder()
                .setEventId("e")
                .setSource("git")
                .setRepository(Story.SHOP)
                .setOccurredAt(Moments.at("09:00"))
                .setReceivedAt(Moments.at("09:00"))
                .setBranch(branch)
                .setDefaultBranch("main")
                .setAfter(
                        commits.isEmpty()
                                ? "none"
                                : commits.get(commits.size() - 1).getSha())
                .setCommits(commits)
                .build();
    }

    public Pushed at(String time) {
        push.setOccurredAt(Moments.at(time));
        push.setReceivedAt(Moments.at(time));
        return this;
    }

    /** Where the branch was. */
    public Pushed from(String sha) {
        push.setBefore(sha);
        return this;
    }

    /** Where the branch is, if that is not the last commit of the record. */
    public Pushed to(String sha) {
        push.setAfter(sha);
        return this;
    }

    public Pushed position(long position) {
        push.setPosition(position);
        return this;
    }

    public Pushed part(int part, int parts) {
        push.setPart(part);
        push.setParts(parts);
        return this;
    }

    public Pushed by(String source) {
        push.setSource(source);
        return this;
    }

    @Override
    public CommitPushed event() {
        return push;
    }
}
