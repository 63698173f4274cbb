package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.DeployRef;
import java.util.Comparator;

/**
 * One end of what binds a remediation and the deploy that it remedies.
 *
 * @param by rollback, revert or hotfix
 * @param deploy the deploy at the other end
 */
public record Remedy(Evidence by, DeployRef deploy) implements Comparable<Remedy> {

    private static final Comparator<Remedy> ORDER =
            Comparator.comparing(Remedy::by).thenComparing(Remedy::deploy);

    @Override
    public int compareTo(Remedy other) {
        return ORDER.compare(this, other);
    }
}
