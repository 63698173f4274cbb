package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.failures.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What deploys and incidents contribute to {@code deployments.v1} (docs/metrics.md, section 5). */
public final class FailureContributions {

    private FailureContributions() {}

    /** Of a deploy; null: none. One that counts in another repository says so in rows of a kind of its own. */
    public static List<Contribution> of(Verdict verdict) {
        List<Contribution> contributions = new ArrayList<>();
        if (verdict != null && verdict.deploy().finishedAt() != null) {
            add(Kind.DEPLOYMENTS, verdict, contributions);
            if (!verdict.countedIn().equals(verdict.deploy().repository())) {
                add(Kind.SHARED_DEPLOYMENTS, verdict, contributions);
            }
        }
        return contributions;
    }

    /** Of an incident; null: none. */
    public static List<Contribution> of(Incident incident) {
        if (incident == null || !incident.unattributed()) {
            return List.of();
        }
        Incident.Names names = incident.names();
        List<String> dimensions = List.of(orAll(names.service()), orAll(names.environment()));
        return WindowKey.of(Kind.DEPLOYMENTS, incident.repository(), dimensions, incident.openedAt()).stream()
                .map(key -> Contribution.count(key, "unattributed_incidents"))
                .toList();
    }

    private static void add(Kind kind, Verdict verdict, List<Contribution> contributions) {
        List<String> counted = counted(verdict);
        for (WindowKey key : keys(kind, verdict, verdict.deploy().finishedAt())) {
            counted.forEach(name -> contributions.add(Contribution.count(key, name)));
        }
        if (verdict.recovery() != null) {
            for (WindowKey key : keys(kind, verdict, verdict.recovery().at())) {
                contributions.add(Contribution.duration(key, verdict.recoveryMs()));
            }
        }
    }

    private static List<String> counted(Verdict verdict) {
        if (verdict.kind() == null) {
            return List.of(verdict.deploy().outcome().equals("cancelled") ? "cancelled_attempts" : "failed_attempts");
        }
        if (!verdict.isDeployment()) {
            return List.of("excluded_resync");
        }
        List<String> counted = new ArrayList<>(List.of("deployments", kind(verdict)));
        if (verdict.changesCode()) {
            counted.add("code_deployments");
        }
        if (verdict.remediation() != null) {
            counted.add("remediations");
        }
        if (verdict.failed()) {
            failure(verdict, counted);
        }
        return counted;
    }

    private static void failure(Verdict verdict, List<String> counted) {
        if (verdict.changesCode()) {
            counted.add("failed");
            counted.add(level(verdict));
        } else {
            counted.add("failed_others");
        }
        if (verdict.recovery() == null) {
            counted.add("excluded_unrecovered");
        }
    }

    private static String kind(Verdict verdict) {
        return switch (verdict.kind()) {
            case RELEASE -> "releases";
            case OUT_OF_LINE -> "out_of_line";
            case REDEPLOY -> "redeploys";
            case ROLLBACK -> "rollbacks";
            case RESYNC -> "excluded_resync";
        };
    }

    private static String level(Verdict verdict) {
        return switch (verdict.evidence().get(0)) {
            case INCIDENT_DEPLOY, INCIDENT_SHA, INCIDENT_SERVICE -> "failed_explicit";
            case ROLLBACK -> "failed_rollback";
            case REVERT, HOTFIX -> "failed_revert";
            case WINDOW -> "failed_window";
        };
    }

    private static List<WindowKey> keys(Kind kind, Verdict verdict, long at) {
        var deploy = verdict.deploy();
        List<String> dimensions =
                List.of(deploy.ref().lane().service(), deploy.ref().lane().environment());
        return WindowKey.of(kind, deploy.repository(), dimensions, at);
    }

    private static String orAll(String name) {
        return name == null ? WindowKey.ALL : name;
    }
}
