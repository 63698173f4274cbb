package dev.streamgauge.connectors.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The tags that are deploys of this history, and the commits off main that are needed to see where they left it. */
record DeployTags(List<Tag> deploys, List<Aside> asides, int matching) {

    /** @param tags all that match, in time; the main line has claimed its commits already */
    static DeployTags of(List<Tag> tags, long lastSecond) {
        tags.forEach(tag -> learnReach(tag.commit()));
        List<Tag> deploys = tags.stream().filter(Tag::isOfThisHistory).toList();
        List<Aside> asides = new ArrayList<>();
        for (Tag tag : deploys) {
            if (tag.commit().landing == null && list(tag.commit())) {
                asides.add(aside(tag.commit(), lastSecond));
            }
        }
        return new DeployTags(deploys, asides, tags.size());
    }

    int elsewhere() {
        return matching - deploys.size();
    }

    long asideCommits() {
        return asides.stream().mapToLong(aside -> aside.commits().size()).sum();
    }

    private static void learnReach(CommitNode tip) {
        if (enterOnce(tip)) {
            Postorder.walk(tip, DeployTags::enterOnce, CommitNode::learnReach);
        }
    }

    private static boolean enterOnce(CommitNode commit) {
        boolean first = !commit.reachKnown;
        commit.reachKnown = true;
        return first;
    }

    private static Aside aside(CommitNode tip, long lastSecond) {
        List<CommitNode> commits = new ArrayList<>();
        Postorder.walk(tip, commit -> commit.landing == null && list(commit), commits::add);
        long at = Math.min(lastSecond, Math.max(LandingTimes.FIRST_SECOND, tip.committed));
        return new Aside(tip, Instant.ofEpochSecond(at), commits);
    }

    private static boolean list(CommitNode commit) {
        boolean first = !commit.listedAside;
        commit.listedAside = true;
        return first;
    }
}
