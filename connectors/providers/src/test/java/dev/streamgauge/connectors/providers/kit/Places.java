package dev.streamgauge.connectors.providers.kit;

import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;

/** The usual rules of the doors, with main as every repository's default branch, and a place. */
public final class Places {

    private static final String MAIN = """
            repositories:
              - match: "*"
                default_branch: main
            """;

    /** Without a place. */
    public static final DoorRules NONE = DoorRules.read("doors.yaml", MAIN);

    private Places() {}

    /** With one place. */
    public static DoorRules of(String provider, String name, Place place) {
        String yaml = """
                places:
                  - from: %s
                    match: "%s"
                    repository: %s
                """.formatted(provider, name, place.repository());
        return DoorRules.read(
                "doors.yaml",
                MAIN + yaml + said("service", place.service()) + said("environment", place.environment()));
    }

    private static String said(String field, String value) {
        return value == null ? "" : "    %s: %s%n".formatted(field, value);
    }
}
