package dev.streamgauge.generator.organisation;

import java.util.function.Predicate;

/** The repository's builds: what starts one. */
final class Ci {
    private final Repository home;
    private long runs;

    Ci(Repository home) {
        this.home = home;
    }

    /** What a build is for; request and fork may be null. */
    record Cause(String trigger, String branch, String sha, String request, String fork) {
        boolean onMain() {
            return trigger.equals("push") || trigger.equals("schedule");
        }
    }

    void start() {
        home.clock.in(home.dice.between(0, WorkHours.DAY), this::nightly);
    }

    private void nightly() {
        build(cause("schedule", home.main.head()), home.main.broken(), Workflow::nightly);
        home.clock.in(WorkHours.DAY, this::nightly);
    }

    void landed(String sha, boolean broken) {
        build(cause("push", sha), broken, workflow -> !workflow.nightly());
    }

    /** A push to a branch that is not main. */
    void pushed(String branch, String sha) {
        build(new Cause("push", branch, sha, null, null), false, workflow -> !workflow.nightly());
    }

    void mergeGroup(String sha) {
        String branch = "gh-readonly-queue/" + home.profile.defaultBranch() + "/" + sha.substring(0, 8);
        Cause cause = new Cause("merge_group", branch, sha, null, null);
        build(cause, false, workflow -> !workflow.nightly());
    }

    void requested(ChangeRequest request) {
        Cause cause = new Cause("pull_request", request.branch, request.head(), request.number, request.fork);
        build(cause, false, workflow -> !workflow.nightly());
    }

    private Cause cause(String trigger, String sha) {
        return new Cause(trigger, home.profile.defaultBranch(), sha, null, null);
    }

    private void build(Cause cause, boolean broken, Predicate<Workflow> wanted) {
        home.profile.workflows().stream()
                .filter(wanted)
                .forEach(workflow -> new Run(home, workflow, cause, broken).start(Long.toString(1_000 + runs++)));
    }
}
