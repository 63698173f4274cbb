package dev.streamgauge.processors.explain;

import java.util.HashMap;
import java.util.Map;

/** The rules of docs/metrics.md in one sentence each, for people. */
final class Words {

    private static final Map<String, String> OF = new HashMap<>();

    static {
        // Section 1: what a commit on main belongs to.
        OF.put("merge_sha", "the request names this commit as the one by which it was merged");
        OF.put("subject", "the commit's message names the request");
        OF.put("listed", "the merged request lists this commit of main");
        OF.put("carried", "a promotion brought it to main, and the request claims a commit of that promotion");
        OF.put("push", "no request is known for this commit of main: a direct push");
        OF.put("brought", "a commit of the change on main brought it along");
        OF.put("request", "the request names this commit as its own");
        // Section 1: where a deployed commit belongs.
        OF.put("on_main", "its commit is on main");
        OF.put("fork_point", "its commit left main at this place: the nearest ancestor on main stands for it");
        OF.put("owned", "its commit has no known ancestor on main, but a change owns it");
        OF.put("sha_unknown", "no event has listed its commit: it is joined when that arrives");
        OF.put("off_main", "no way from its commit to main is known: it is joined when the missing commit arrives");
        // Section 2: how a change is delivered.
        OF.put("owned_sha", "the change owns the deployed commit");
        OF.put("cherry_pick", "the deployed commit carries a cherry-pick of a commit that the change owns");
        OF.put("position", "the first deploy whose place on main is at or after the landing");
        OF.put(
                "baseline",
                "it landed at or before the first known deploy of the lane: when it was delivered cannot be known");
        OF.put(
                "before_landing",
                "it was delivered more than 5 minutes before it landed, so landing to delivery has no length");
        OF.put("clock_skew", "its first author date is more than 5 minutes after its landing or its delivery");
        OF.put("no_author_date", "no author date is known of any of its commits");
        // Section 5: kinds of deploys.
        OF.put("release", "a commit that is new to the lane");
        OF.put("out_of_line", "a commit that is new to the lane, but older on main than what ran there before");
        OF.put("redeploy", "a commit that ran in the lane before: forward again");
        OF.put("resync", "the same commit as the deploy before it: no deployment");
        // Section 5: failures, remedies, recoveries.
        OF.put("incident_deploy", "an incident names the deploy");
        OF.put("incident_sha", "an incident names the commit");
        OF.put(
                "incident_service",
                "an incident names the service or environment, and this was the last deployment before it");
        OF.put("window", "an incident that names nothing came soon after the deploy");
        OF.put("rollback", "the lane went back to a commit that ran before");
        OF.put("revert", "a later deploy delivered a change that reverts one of this deploy's");
        OF.put("hotfix", "the next deployment delivered a hotfix");
        OF.put("incident_resolved", "all incidents that name it are resolved");
    }

    private Words() {}

    /** A rule by its name, with its sentence; with the name alone if nobody wrote one. */
    static Reason reason(String rule) {
        return new Reason(rule, OF.getOrDefault(rule, rule));
    }

    /** A rule by its name, with what it means here. */
    static Reason reason(String rule, String here) {
        return new Reason(rule, here + ": " + OF.getOrDefault(rule, rule));
    }

    /** A hash as people read it. */
    static String cut(String sha) {
        return sha.length() > 10 ? sha.substring(0, 7) : sha;
    }
}
