package dev.streamgauge.checks.acls;

import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.doctor.Finding;
import java.util.List;

/** What {@code ./streamgauge doctor} says of a right that is missing. */
enum Doctor {
    NAMES_IT("names it"),
    CANNOT_KNOW("says that Kafka does not tell"),
    SAYS_NOTHING("**nothing**");

    private static final String MAY_NOT = "^.* may not ";
    private static final String UNTOLD = "; Kafka does not tell [^:]*: ";

    private final String label;

    Doctor(String label) {
        this.label = label;
    }

    static Doctor of(List<Finding> findings, Acl right) {
        String name = "%s %s %s".formatted(right.operation(), right.resource().label(), right.name());
        return findings.stream()
                .filter(finding -> finding.check().equals("acls"))
                .map(finding -> of(finding.message().replace("*", ""), name))
                .filter(said -> said != SAYS_NOTHING)
                .findFirst()
                .orElse(SAYS_NOTHING);
    }

    private static Doctor of(String message, String name) {
        String[] deniedAndUntold = message.split(UNTOLD, 2);
        if (names(deniedAndUntold[0].replaceFirst(MAY_NOT, "")).contains(name)) {
            return NAMES_IT;
        }
        return deniedAndUntold.length > 1 && names(deniedAndUntold[1]).contains(name) ? CANNOT_KNOW : SAYS_NOTHING;
    }

    private static List<String> names(String list) {
        return List.of(list.split(", ", -1));
    }

    String label() {
        return label;
    }
}
