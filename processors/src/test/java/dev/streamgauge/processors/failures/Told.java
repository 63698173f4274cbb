package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.testkit.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Deploys and incidents in short. */
final class Told {

    private Told() {}

    /** "D2 release, failed by incident_deploy, rollback (I1), recovered by rollback D4 09:50". */
    static List<String> deploys(Story story) {
        return story.rows(Failures.VERDICTS).stream()
                .filter(verdict -> verdict.deploy().ref().lane().equals(Story.PRODUCTION))
                .map(Told::deploy)
                .toList();
    }

    static String deploy(Verdict verdict) {
        List<String> parts = new ArrayList<>();
        parts.add(verdict.deploy().ref().deployId() + " "
                + (verdict.kind() == null
                        ? verdict.deploy().state()
                        : verdict.kind().label()));
        if (verdict.remediation() != null) {
            parts.add("remedies by " + verdict.remediation().label());
        }
        if (verdict.failed()) {
            parts.add("failed by "
                    + verdict.evidence().stream().map(Evidence::label).collect(Collectors.joining(" "))
                    + (verdict.incidents().isEmpty() ? "" : " (" + String.join(" ", verdict.incidents()) + ")"));
        }
        if (verdict.recovery() != null) {
            Verdict.Recovery recovery = verdict.recovery();
            parts.add("recovered by " + recovery.by()
                    + (recovery.deploy() == null ? "" : " " + recovery.deploy().deployId())
                    + " " + time(recovery.at()));
        }
        return String.join(", ", parts);
    }

    /** "I1 open 09:20 incident_deploy: shop/production/D1", or "I1 resolved 09:20 09:50 unattributed". */
    static List<String> incidents(Story story) {
        return story.rows(Failures.INCIDENTS).stream().map(Told::incident).toList();
    }

    static String incident(Incident incident) {
        return "%s %s %s%s %s"
                .formatted(
                        incident.id(),
                        incident.course().state(),
                        time(incident.openedAt()),
                        incident.resolvedAt() == null ? "" : " " + time(incident.resolvedAt()),
                        incident.unattributed()
                                ? "unattributed"
                                : incident.evidence().label() + ": "
                                        + incident.deploys().stream()
                                                .map(Told::ref)
                                                .collect(Collectors.joining(" ")));
    }

    private static String ref(DeployRef deploy) {
        return deploy.lane().service() + "/" + deploy.lane().environment() + "/" + deploy.deployId();
    }

    static String time(long at) {
        return Instant.ofEpochMilli(at).toString().substring(11, 16);
    }
}
