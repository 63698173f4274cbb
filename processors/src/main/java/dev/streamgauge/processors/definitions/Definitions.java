package dev.streamgauge.processors.definitions;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The choices that docs/metrics.md leaves open.
 *
 * @param production patterns of production environments
 * @param required patterns of required workflows; empty: all are
 * @param failureWindow how long after a deploy an incident that names nothing is put down to it; null: never
 * @param baseline the period that stage shares are compared with; null: none
 * @param profiles in whose terms to answer besides our own
 */
public record Definitions(
        List<Pattern> production,
        List<Pattern> required,
        Duration failureWindow,
        Baseline baseline,
        Set<Profile> profiles) {

    public static final Definitions DEFAULT =
            new Definitions(Pattern.all("production", "prod", "live"), List.of(), null, null, Set.of());

    public Definitions {
        production = List.copyOf(production);
        required = List.copyOf(required);
        profiles = Set.copyOf(profiles);
    }

    public boolean isProduction(String environment) {
        return production.stream().anyMatch(pattern -> pattern.matches(environment));
    }

    public boolean isRequired(String workflow) {
        return required.isEmpty() || required.stream().anyMatch(pattern -> pattern.matches(workflow));
    }

    public boolean answersIn(Profile profile) {
        return profiles.contains(profile);
    }
}
