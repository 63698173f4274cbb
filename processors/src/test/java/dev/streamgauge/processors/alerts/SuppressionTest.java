package dev.streamgauge.processors.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.rules.Whose;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final long NOW = Instant.parse("2026-11-28T00:00:00Z").toEpochMilli();
    private static final Whose SHOP = Whose.repository("github.com/acme/shop", null, "acme");
    private static final RuleSet RULES = RuleSet.read("""
            rules:
              - { name: Silent, kind: silent_source, threshold: 1d }
              - { name: Deep, kind: depth, threshold: 10, for: 1m }
              - { name: Fast, kind: burn_rate, threshold: 6, objective: 0.95, long: 1h, short: 5m }
              - { name: Low, kind: success_rate, threshold: 0.9 }
            inhibit:
              - source: { kind: silent_source }
                target: { kind: depth }
                equal: [repository]
              - source: { rule: Fast }
                target: { rule: Low }
                equal: [workflow]
              - source: { kind: burn_rate }
                target: { rule: "*" }
                equal: workflow
            maintenance:
              - name: freeze
                scope: { repository: github.com/acme/docs }
                from: 2026-11-27T16:00:00Z
                until: 2026-11-30T06:00:00Z
            """);
    private static final Suppression SUPPRESSION = new Suppression(RULES);

    private final AlertRow silent = raised("Silent", Subject.source(SHOP, "github"), 1e9);
    private final AlertRow deep = raised("Deep", Subject.queue(SHOP, "ci", "*"), 11);
    private final AlertRow fast = raised("Fast", Subject.workflow(SHOP, "ci"), 7);
    private final AlertRow low = raised("Low", Subject.workflow(SHOP, "ci"), 0.5);

    @Test
    void whileTheSourceFiresTheTargetIsSuppressed() {
        // When
        AlertRow suppressed = SUPPRESSION.apply(deep, List.of(deep, silent), NOW + 5);

        // Then
        assertThat(suppressed.suppressedBy()).isEqualTo("Silent");
        assertThat(suppressed.updatedAt()).isEqualTo(NOW + 5);
        assertThat(suppressed.state()).isEqualTo(deep.state());
        assertThat(SUPPRESSION.apply(suppressed, List.of(suppressed, silent), NOW + 6))
                .isSameAs(suppressed);
    }

    @Test
    void whenTheSourceIsOverTheTargetIsToldOf() {
        // Given
        AlertRow suppressed = SUPPRESSION.apply(deep, List.of(deep, silent), NOW);
        AlertRow over = silent.ended(NOW + 5);

        // When
        AlertRow told = SUPPRESSION.apply(suppressed, List.of(suppressed, over), NOW + 5);

        // Then
        assertThat(told.suppressedBy()).isNull();
        assertThat(told.updatedAt()).isEqualTo(NOW + 5);
    }

    @Test
    void anotherRepositoryIsNotSuppressed() {
        // Given
        AlertRow other = raised("Deep", Subject.queue(Whose.repository("x/y/z", null, "y"), "ci", "*"), 11);

        // Then
        assertThat(SUPPRESSION.apply(other, List.of(silent), NOW)).isSameAs(other);
    }

    @Test
    void whatMustBeEqualMustBeThere() {
        // Given
        AlertRow elsewhere = raised("Low", Subject.workflow(SHOP, "docs"), 0.5);

        // Then
        assertThat(SUPPRESSION.apply(low, List.of(fast), NOW).suppressedBy()).isEqualTo("Fast");
        assertThat(SUPPRESSION.apply(elsewhere, List.of(fast), NOW)).isSameAs(elsewhere);
        assertThat(SUPPRESSION.apply(deep, List.of(fast), NOW)).isSameAs(deep);
    }

    @Test
    void anAlertDoesNotSuppressItself() {
        assertThat(SUPPRESSION.apply(fast, List.of(fast), NOW)).isSameAs(fast);
    }

    @Test
    void maintenanceSuppresses() {
        // Given
        AlertRow docs =
                raised("Deep", Subject.queue(Whose.repository("github.com/acme/docs", null, null), "ci", "*"), 11);

        // When
        AlertRow suppressed = SUPPRESSION.apply(docs, List.of(docs), NOW);

        // Then
        assertThat(suppressed.suppressedBy()).isEqualTo("freeze");
    }

    @Test
    void whatIsOverKeepsWhatItHad() {
        // Given
        AlertRow suppressed = SUPPRESSION.apply(deep, List.of(silent), NOW).ended(NOW + 5);

        // Then
        assertThat(SUPPRESSION.apply(suppressed, List.of(), NOW + 6)).isSameAs(suppressed);
    }

    @Test
    void theWatchdogBarksOnceAMinute() {
        // When
        AlertRow first = Watchdog.of(3, null, "v1", NOW);

        // Then
        assertThat(first.firing()).isTrue();
        assertThat(Watchdog.of(3, first, "v1", NOW + 59_999)).isSameAs(first);
        assertThat(Watchdog.of(3, first, "v1", NOW + 60_000).updatedAt()).isEqualTo(NOW + 60_000);
        assertThat(Watchdog.of(4, null, "v1", NOW).fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void theWatchdogTellsTheRulesInForce() {
        // Given
        AlertRow first = Watchdog.of(3, null, "v1", NOW);

        // When
        AlertRow next = Watchdog.of(3, first, "v2", NOW + 60_000);

        // Then
        assertThat(next.told().rulesVersion()).isEqualTo("v2");
        assertThat(next.state().startsAt()).isEqualTo(NOW);
    }

    private static AlertRow raised(String name, Subject subject, double value) {
        Rule rule = RULES.of(subject).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Alerts.evaluate(rule, subject, Measurement.of(value, List.of()), null, NOW);
    }
}
