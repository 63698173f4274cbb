package dev.streamgauge.checks.acls;

import dev.streamgauge.standalone.access.Acl;

/**
 * What became of a role without one of its rights.
 *
 * @param step what the role did: {@code does not start}, {@code stops} or {@code says so}; empty: nothing was noticed
 * @param message what was said, without time and thread
 */
record Denied(String role, Acl right, String step, String message, Doctor doctor) {

    boolean isNoticed() {
        return !step.isEmpty() && doctor != Doctor.SAYS_NOTHING;
    }

    String row() {
        String pattern = right.pattern().label();
        return "| `%s` | %s %s `%s` (%s) | %s | `%s` | %s |%n"
                .formatted(
                        role,
                        right.operation().label(),
                        right.resource().label(),
                        right.name(),
                        pattern,
                        step.isEmpty() ? "**nothing**" : step,
                        message.replace("|", "/"),
                        doctor.label());
    }
}
