package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.table.Lattice;
import java.util.List;

/**
 * A deploy and what is to be said of it (docs/metrics.md, section 5).
 *
 * @param kind null unless successful
 * @param evidence how it is known that it failed, strongest first; empty: it did not
 * @param incidents those attributed to it, sorted
 * @param remediation rollback, revert or hotfix; null: it remedies nothing
 * @param recovery how and when it recovered; null: not failed, or still failing
 */
public record Verdict(
        Deploy deploy,
        Kind kind,
        List<Evidence> evidence,
        List<String> incidents,
        Evidence remediation,
        Recovery recovery) {

    /**
     * The end of a failure.
     *
     * @param by rollback, revert, hotfix or incident_resolved
     * @param deploy the deploy that remedied it; null: none did
     * @param at epoch milliseconds
     */
    public record Recovery(String by, DeployRef deploy, long at) {}

    public boolean failed() {
        return !evidence.isEmpty();
    }

    /** Whether it changed what runs. */
    public boolean isDeployment() {
        return kind != null && kind.isDeployment();
    }

    /** Whether it is one of those that a change failure rate is measured against. */
    public boolean changesCode() {
        return remediation == null && kind != null && kind.isNew();
    }

    /** The repository in which it counts for roll-ups: of those that it carries, the smallest. */
    public String countedIn() {
        return deploy.repositories().stream().reduce(Lattice::least).orElse(deploy.repository());
    }

    /** From its finish to its recovery, milliseconds; null: not failed, or still failing. */
    public Long recoveryMs() {
        return recovery == null ? null : Math.max(0, recovery.at() - deploy.finishedAt());
    }
}
