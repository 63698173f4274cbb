package dev.streamgauge.processors.failures;

import java.util.List;

/**
 * What a deploy remedies.
 *
 * @param remedied sorted; never empty
 */
public record Remedies(List<Remedy> remedied) {

    /** What makes it a remediation: the first of rollback, revert, hotfix. */
    Evidence remediation() {
        return remedied.get(0).by();
    }
}
