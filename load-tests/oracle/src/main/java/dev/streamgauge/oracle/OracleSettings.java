package dev.streamgauge.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the definitions leave to the user.
 *
 * @param production the names of the production environments
 * @param requiredWorkflows patterns ({@code *} and {@code ?}) of the workflows that count for all together and for stages
 * @param failureWindow how long after a deploy an incident that names nothing is blamed on it; empty: it is not
 * @param baseline the period that flow is compared with; empty: none
 * @param profiles the other tools in whose terms to answer as well: circleci, devlake
 */
public record OracleSettings(
        Set<String> production,
        List<String> requiredWorkflows,
        Optional<Duration> failureWindow,
        Optional<Period> baseline,
        Set<String> profiles) {

    /** What holds when nothing is configured. */
    public static final OracleSettings DEFAULTS = new OracleSettings(
            Set.of("production", "prod", "live"), List.of("*"), Optional.empty(), Optional.empty(), Set.of());

    public OracleSettings {
        production = Set.copyOf(production);
        requiredWorkflows = List.copyOf(requiredWorkflows);
        profiles = Set.copyOf(profiles);
    }

    /**
     * A stretch of time.
     *
     * @param from its first instant
     * @param to the first instant after it
     */
    public record Period(Instant from, Instant to) {}

    /** These settings with other production environments. */
    public OracleSettings withProduction(String... environments) {
        return new OracleSettings(Set.of(environments), requiredWorkflows, failureWindow, baseline, profiles);
    }

    /** These settings with other required workflows. */
    public OracleSettings withRequiredWorkflows(String... patterns) {
        return new OracleSettings(production, List.of(patterns), failureWindow, baseline, profiles);
    }

    /** These settings with failures by nearness in time. */
    public OracleSettings withFailureWindow(Duration length) {
        return new OracleSettings(production, requiredWorkflows, Optional.of(length), baseline, profiles);
    }

    /** These settings with a baseline. */
    public OracleSettings withBaseline(Instant from, Instant to) {
        return new OracleSettings(
                production, requiredWorkflows, failureWindow, Optional.of(new Period(from, to)), profiles);
    }

    /** These settings with profiles. */
    public OracleSettings withProfiles(String... names) {
        return new OracleSettings(production, requiredWorkflows, failureWindow, baseline, Set.of(names));
    }

    /** The table {@code setting}, of one row, and the table {@code setting_required}, of a pattern each. */
    String sql() {
        return """
                CREATE OR REPLACE TABLE setting AS
                SELECT %s AS productive, %s AS profiles, CAST(%s AS BIGINT) AS failure_window,
                       CAST(%s AS BIGINT) AS baseline_from, CAST(%s AS BIGINT) AS baseline_to;
                CREATE OR REPLACE TABLE setting_required AS
                SELECT replace(replace(regexp_escape(pattern), '\\*', '.*'), '\\?', '.') AS regex
                FROM (SELECT unnest(%s) AS pattern)""".formatted(
                        texts(production),
                        texts(profiles),
                        number(failureWindow.map(Duration::toMillis)),
                        number(baseline.map(period -> period.from().toEpochMilli())),
                        number(baseline.map(period -> period.to().toEpochMilli())),
                        texts(requiredWorkflows));
    }

    private static String number(Optional<Long> millis) {
        return millis.map(String::valueOf).orElse("NULL");
    }

    private static String texts(Collection<String> texts) {
        return texts.stream()
                .map(text -> "'" + text.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "CAST([", "] AS VARCHAR[])"));
    }
}
