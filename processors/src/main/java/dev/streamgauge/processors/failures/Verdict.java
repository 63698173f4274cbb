package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import java.util.List;

/**
 * A deploy and what is to be said of it (docs/metrics.md, section 5).
 *
 * @param kind release, out_of_line, redeploy, rollback or resync; null unless successful
 * @param evidence how it is known that it failed, strongest first; empty: it did not
 * @param incidents those attributed to it, sorted
 * @param remediation rollback, revert or hotfix; null: it remedies nothing
 * @param recovery how and when it recovered; null: not failed, or still failing
 */
public record Verdict(
        Deploy deploy,
        String kind,
        List<String> evidence,
        List<String> incidents,
        String remediation,
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
        return kind != null && !kind.equals("resync");
    }

    /** Whether it is one of those that a change failure rate is measured against. */
    public boolean changesCode() {
        return remediation == null && ("release".equals(kind) || "out_of_line".equals(kind));
    }

    /** From its finish to its recovery, milliseconds; null: not failed, or still failing. */
    public Long recoveryMs() {
        return recovery == null ? null : Math.max(0, recovery.at() - deploy.finishedAt());
    }
}
