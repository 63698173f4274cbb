package dev.streamgauge.checks.acls;

import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.doctor.Finding;
import dev.streamgauge.standalone.doctor.Finding.Status;
import java.util.List;

/** What {@code ./streamgauge doctor} says of a right that is missing. */
enum Doctor {
    NAMES_IT("names it"),
    CANNOT_KNOW("says that Kafka does not tell"),
    SAYS_NOTHING("**nothing**");

    private final String label;

    Doctor(String label) {
        this.label = label;
    }

    static Doctor of(List<Finding> findings, Acl right) {
        String name = "%s %s %s".formatted(right.operation(), right.resource().label(), right.name());
        return findings.stream()
                .filter(finding -> finding.check().equals("acls"))
                .filter(finding -> finding.message().contains(name))
                .map(finding -> finding.status() == Status.WRONG ? NAMES_IT : CANNOT_KNOW)
                .findFirst()
                .orElse(SAYS_NOTHING);
    }

    String label() {
        return label;
    }
}
