package dev.streamgauge.peers;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.peers.Sighting.Kind;
import java.util.Set;

/** What events tell of commits. Null: nothing that this job asks for. */
final class Sightings {

    private static final Set<String> TRIGGERS = Set.of("push", "schedule");
    private static final Set<String> OUTCOMES = Set.of("success", "failure", "timed_out", "startup_failure");

    private Sightings() {}

    static Sighting of(CommitPushed push) {
        return onMain(push.getBranch(), push.getDefaultBranch())
                ? Sighting.of(Kind.LANDED, push.getRepository(), push.getAfter(), push.getOccurredAt())
                : null;
    }

    static Sighting of(DeployChanged deploy) {
        boolean delivered = deploy.getEnvironment().equals("production")
                && ended(deploy.getState(), deploy.getFinishedAt())
                && "success".equals(deploy.getOutcome());
        return delivered
                ? Sighting.of(Kind.DELIVERED, deploy.getRepository(), deploy.getSha(), deploy.getFinishedAt())
                : null;
    }

    static Sighting of(BuildChanged build) {
        if (!ofMain(build) || !ended(build.getState(), build.getFinishedAt()) || !decided(build.getOutcome())) {
            return null;
        }
        return Sighting.of(Kind.BUILT, build.getRepository(), build.getSha(), build.getFinishedAt())
                .by(
                        build.getRunId(),
                        build.getAttempt(),
                        build.getWorkflow(),
                        build.getOutcome().equals("success"));
    }

    private static boolean ofMain(BuildChanged build) {
        return build.getJob() == null
                && build.getHeadRepository() == null
                && TRIGGERS.contains(build.getTrigger())
                && onMain(build.getBranch(), build.getDefaultBranch());
    }

    private static boolean onMain(String branch, String main) {
        return branch != null && branch.equals(main);
    }

    private static boolean ended(String state, Object finished) {
        return state.equals("finished") && finished != null;
    }

    private static boolean decided(String outcome) {
        return outcome != null && OUTCOMES.contains(outcome);
    }
}
