package dev.streamgauge.standalone.doctor;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.serve.ClusterException;
import dev.streamgauge.standalone.serve.ClusterTopics;
import dev.streamgauge.standalone.settings.ServiceSettings;
import dev.streamgauge.standalone.topics.Creation;
import dev.streamgauge.standalone.topics.DriftGroup;
import dev.streamgauge.standalone.topics.TopicPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether the topics are there, and as they should be. */
final class PlanCheck {

    private static final String CHECK = "topics";

    private final ServiceSettings settings;

    PlanCheck(ServiceSettings settings) {
        this.settings = settings;
    }

    List<Finding> of(Collection<Topic<?, ?>> topics) {
        try (ClusterTopics cluster = new ClusterTopics(settings.admin(), settings.prefix())) {
            return findings(TopicPlan.of(topics, cluster.present(topics), Optional.empty()), topics.size());
        } catch (ClusterException e) {
            Finding there = new ClusterChecks(settings).topics(List.copyOf(topics));
            return there.status() == Finding.Status.OK ? List.of(there, unknown(e)) : List.of(there);
        }
    }

    private static Finding unknown(ClusterException e) {
        return Finding.warning(
                CHECK,
                "their settings cannot be known: " + e.getMessage(),
                e.isRefused()
                        ? "run ./streamgauge topics plan as somebody who may describe them (topics acls --for-apply)"
                        : "try again");
    }

    private List<Finding> findings(TopicPlan plan, int all) {
        List<Finding> findings = new ArrayList<>();
        if (plan.missing().isEmpty()) {
            findings.add(Finding.ok(CHECK, "all %d are there".formatted(all)));
        } else {
            findings.add(ClusterChecks.missing(
                    plan.missing().stream().map(Creation::topic).toList(), settings.prefix()));
        }
        DriftGroup.of(plan.drifts()).forEach(group -> findings.add(drift(group)));
        return findings;
    }

    private Finding drift(DriftGroup group) {
        String says =
                "%s: %s".formatted(group.says(settings.prefix()), group.harm().means());
        String remedy = group.remedy().says();
        return group.harm().dangerous() ? Finding.wrong(CHECK, says, remedy) : Finding.warning(CHECK, says, remedy);
    }
}
