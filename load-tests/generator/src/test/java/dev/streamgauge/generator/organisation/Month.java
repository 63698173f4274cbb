package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.Faults;
import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.Organisation;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;

/** Four weeks of twenty repositories whose sources make no mistakes, for the tests that look for what happens. */
final class Month {
    static final int REPOSITORIES = 20;

    private static final List<SpecificRecordBase> EVENTS = Organisation.of(GeneratorConfig.of(3)
                    .withRepositories(REPOSITORIES)
                    .withLength(Duration.ofDays(28))
                    .withFaults(Faults.NONE))
            .stream()
            .map(Emission::event)
            .toList();

    private Month() {}

    static <T extends SpecificRecordBase> List<T> all(Class<T> kind, Predicate<T> wanted) {
        return EVENTS.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .toList();
    }

    static List<CommitPushed> landings() {
        return all(CommitPushed.class, push -> push.getBranch().equals(push.getDefaultBranch()));
    }

    static Stream<Commit> landed() {
        return landings().stream().flatMap(push -> push.getCommits().stream());
    }

    /** The deploys that reached production. */
    static List<DeployChanged> live() {
        return all(
                DeployChanged.class,
                deploy -> "success".equals(deploy.getOutcome())
                        && deploy.getEnvironment().equals("production"));
    }
}
