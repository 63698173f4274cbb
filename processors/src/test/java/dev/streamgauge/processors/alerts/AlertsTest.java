package dev.streamgauge.processors.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.alerts.AlertState.Firing;
import dev.streamgauge.processors.alerts.AlertState.Inactive;
import dev.streamgauge.processors.alerts.AlertState.Pending;
import dev.streamgauge.processors.alerts.AlertState.Resolved;
import dev.streamgauge.processors.rules.Kind;
import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.rules.Severity;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.rules.Whose;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final Subject QUEUE =
            Subject.queue(Whose.repository("github.com/acme/shop", "platform", "acme"), "ci", "*");
    private static final Rule DEPTH = rule("for: 60s\n    clear_below: 6\n    keep_firing_for: 30s");

    @Test
    void aValueAtTheThresholdRaisesNothing() {
        assertThat(Alerts.evaluate(DEPTH, QUEUE, value(10), null, 0)).isNull();
    }

    @Test
    void aValueBeyondTheThresholdIsPendingAtFirst() {
        // When
        AlertRow row = Alerts.evaluate(DEPTH, QUEUE, value(11), null, 5_000);

        // Then
        assertThat(row.state()).isEqualTo(new Pending(5_000, false));
        assertThat(row.told().value()).isEqualTo(11.0);
        assertThat(row.told().severity()).isEqualTo(Severity.TICKET);
        assertThat(row.updatedAt()).isEqualTo(5_000);
    }

    @Test
    void itFiresWhenTheConditionHasHeldForLongEnoughAndNotBefore() {
        // Given
        AlertRow pending = Alerts.evaluate(DEPTH, QUEUE, value(11), null, 5_000);

        // When
        AlertRow justBefore = Alerts.evaluate(DEPTH, QUEUE, value(12), pending, 64_999);
        AlertRow at = Alerts.evaluate(DEPTH, QUEUE, value(12), pending, 65_000);

        // Then
        assertThat(justBefore).isSameAs(pending);
        assertThat(at.state()).isEqualTo(new Firing(5_000, 65_000, false, null));
        assertThat(at.told().value()).isEqualTo(12.0);
        assertThat(at.fingerprint()).isEqualTo(pending.fingerprint());
    }

    @Test
    void withoutALengthItFiresAtOnce() {
        assertThat(Alerts.evaluate(rule(""), QUEUE, value(11), null, 7).state())
                .isEqualTo(new Firing(7, 7, false, null));
    }

    @Test
    void aPendingOnePassesAsSoonAsTheConditionDoesNotHoldEvenAboveWhereItWouldClear() {
        // Given
        AlertRow pending = Alerts.evaluate(DEPTH, QUEUE, value(11), null, 5_000);

        // When
        AlertRow passed = Alerts.evaluate(DEPTH, QUEUE, value(8), pending, 15_000);

        // Then
        assertThat(passed.state()).isEqualTo(new Inactive(5_000, 15_000));
        assertThat(passed.updatedAt()).isEqualTo(15_000);
    }

    @Test
    void betweenTheLimitsAFiringOneGoesOnAsItIs() {
        // Given
        AlertRow firing = firing(DEPTH);

        // Then
        assertThat(Alerts.evaluate(DEPTH, QUEUE, value(7), firing, 70_000)).isSameAs(firing);
    }

    @Test
    void itGoesOnFiringForAWhileAfterItHasClearedAndIsThenResolved() {
        // Given
        AlertRow firing = firing(DEPTH);

        // When
        AlertRow cleared = Alerts.evaluate(DEPTH, QUEUE, value(6), firing, 70_000);
        AlertRow justBefore = Alerts.evaluate(DEPTH, QUEUE, value(6), cleared, 99_999);
        AlertRow at = Alerts.evaluate(DEPTH, QUEUE, value(5), cleared, 100_000);

        // Then
        assertThat(cleared.state()).isEqualTo(new Firing(5_000, 65_000, false, 70_000L));
        assertThat(cleared.updatedAt()).as("nothing to tell").isEqualTo(firing.updatedAt());
        assertThat(justBefore).isSameAs(cleared);
        assertThat(at.state()).isEqualTo(new Resolved(5_000, 65_000, false, 100_000));
        assertThat(at.told().value()).isEqualTo(5.0);
        assertThat(at.told().summary()).isEqualTo(firing.told().summary());
    }

    @Test
    void whoComesBackWhileItGoesOnFiringHasToClearForAsLongAgain() {
        // Given
        AlertRow cleared = Alerts.evaluate(DEPTH, QUEUE, value(6), firing(DEPTH), 70_000);

        // When
        AlertRow back = Alerts.evaluate(DEPTH, QUEUE, value(7), cleared, 90_000);

        // Then
        assertThat(back.state()).isEqualTo(new Firing(5_000, 65_000, false, null));
        assertThat(Alerts.evaluate(
                                DEPTH, QUEUE, value(6), Alerts.evaluate(DEPTH, QUEUE, value(6), back, 100_000), 129_999)
                        .firing())
                .isTrue();
    }

    @Test
    void anUnknownValueChangesNothing() {
        // Given
        AlertRow pending = Alerts.evaluate(DEPTH, QUEUE, value(11), null, 5_000);

        // Then
        assertThat(Alerts.evaluate(DEPTH, QUEUE, Measurement.unknown(), null, 1_000_000))
                .isNull();
        assertThat(Alerts.evaluate(DEPTH, QUEUE, Measurement.unknown(), pending, 1_000_000))
                .isSameAs(pending);
        assertThat(Alerts.evaluate(DEPTH, QUEUE, value(Double.NaN), pending, 1_000_000))
                .isSameAs(pending);
    }

    @Test
    void whatIsGoneIsClear() {
        // When
        AlertRow gone = Alerts.evaluate(rule(""), QUEUE, Measurement.ofNothing(), firing(rule("")), 70_000);

        // Then
        assertThat(gone.state()).isEqualTo(new Resolved(5_000, 5_000, false, 70_000));
        assertThat(gone.told().value()).isNull();
    }

    @Test
    void theSevereSeverityIsKeptForTheRestOfTheEpisode() {
        // Given
        Rule rule = rule("severe: 100");
        AlertRow firing = firing(rule);

        // When
        AlertRow severe = Alerts.evaluate(rule, QUEUE, value(101), firing, 70_000);
        AlertRow better = Alerts.evaluate(rule, QUEUE, value(11), severe, 80_000);
        AlertRow resolved = Alerts.evaluate(rule, QUEUE, value(0), better, 90_000);
        AlertRow next = Alerts.evaluate(rule, QUEUE, value(11), resolved, 100_000);

        // Then
        assertThat(severe.told().severity()).isEqualTo(Severity.PAGE);
        assertThat(severe.updatedAt()).isEqualTo(70_000);
        assertThat(better).isSameAs(severe);
        assertThat(resolved.told().severity()).isEqualTo(Severity.PAGE);
        assertThat(next.told().severity()).isEqualTo(Severity.TICKET);
        assertThat(next.state()).isEqualTo(new Firing(100_000, 100_000, false, null));
    }

    @Test
    void whoPassesTheSevereThresholdWhilePendingAndIsBackBeforeItFiresIsNotSevere() {
        // Given
        Rule rule = rule("severe: 100\n    for: 60s");
        AlertRow pending = Alerts.evaluate(rule, QUEUE, value(101), null, 5_000);

        // When
        AlertRow firing = Alerts.evaluate(rule, QUEUE, value(50), pending, 65_000);

        // Then
        assertThat(firing.told().severity()).isEqualTo(Severity.TICKET);
    }

    @Test
    void anInterruptedPendingBeginsAnewIfItsConditionHolds() {
        // Given
        AlertRow pending = Alerts.evaluate(DEPTH, QUEUE, value(11), null, 5_000);

        // When
        AlertRow anew = Alerts.evaluate(DEPTH, QUEUE, value(11), Alerts.interrupted(pending), 1_000_000);
        AlertRow passed = Alerts.evaluate(DEPTH, QUEUE, value(1), Alerts.interrupted(pending), 1_000_000);

        // Then
        assertThat(anew.state()).isEqualTo(new Pending(1_000_000, false));
        assertThat(anew.updatedAt()).isEqualTo(1_000_000);
        assertThat(passed.state()).isEqualTo(new Inactive(5_000, 1_000_000));
    }

    @Test
    void anInterruptionLeavesAllOtherStatesAsTheyAre() {
        // Given
        AlertRow firing = firing(DEPTH);

        // Then
        assertThat(Alerts.interrupted(firing)).isSameAs(firing);
        assertThat(Alerts.interrupted(null)).isNull();
    }

    @Test
    void aRuleThatIsTakenAwayEndsItsAlerts() {
        // Given
        AlertRow pending = Alerts.evaluate(DEPTH, QUEUE, value(11), null, 5_000);
        AlertRow firing = firing(DEPTH);

        // When
        AlertRow passed = Alerts.withoutRule(pending, 70_000);
        AlertRow resolved = Alerts.withoutRule(firing, 70_000);

        // Then
        assertThat(passed.state()).isEqualTo(new Inactive(5_000, 70_000));
        assertThat(resolved.state()).isEqualTo(new Resolved(5_000, 65_000, false, 70_000));
        assertThat(Alerts.withoutRule(resolved, 80_000)).isSameAs(resolved);
    }

    @Test
    void aRuleWhoseThresholdChangesGoesOnWithTheStateThatItHas() {
        // Given
        Rule lower = RuleSet.read("rules:\n  - { name: CiDeep, kind: depth, threshold: 3 }")
                .rules()
                .get(0);
        AlertRow firing = firing(DEPTH);

        // Then
        assertThat(Alerts.evaluate(lower, QUEUE, value(4), firing, 70_000)).isSameAs(firing);
        assertThat(Alerts.evaluate(lower, QUEUE, value(3), firing, 70_000)
                        .told()
                        .threshold())
                .isEqualTo(3.0);
    }

    @Test
    void aRuleWhoseSeverityChangesTellsItOfWhatFires() {
        // Given
        AlertRow firing = firing(rule(""));

        // When
        AlertRow told = Alerts.evaluate(rule("severity: page"), QUEUE, value(11), firing, 70_000);

        // Then
        assertThat(told.told().severity()).isEqualTo(Severity.PAGE);
        assertThat(told.state()).isEqualTo(firing.state());
        assertThat(told.updatedAt()).isEqualTo(70_000);
    }

    @Test
    void whatIsOverIsForgottenAfterSevenDays() {
        // Given
        AlertRow resolved = Alerts.evaluate(rule(""), QUEUE, value(0), firing(rule("")), 70_000);

        // Then
        assertThat(Alerts.isForgotten(firing(rule("")), Long.MAX_VALUE)).isFalse();
        assertThat(Alerts.isForgotten(resolved, 70_000 + Alerts.KEPT_MS - 1)).isFalse();
        assertThat(Alerts.isForgotten(resolved, 70_000 + Alerts.KEPT_MS)).isTrue();
    }

    @Test
    void theTenOldestItemsAreNamed() {
        // Given
        List<AlertItem> items = LongStream.range(0, 12)
                .mapToObj(i -> new AlertItem("run-" + i, i, null))
                .toList();

        // When
        AlertRow row = Alerts.evaluate(rule(""), QUEUE, Measurement.of(12, items), null, 5_000);

        // Then
        assertThat(row.told().items()).isEqualTo(items.subList(0, 10));
    }

    @Test
    void aRateFiresBelowItsThresholdAndClearsAboveAnother() {
        // Given
        Rule rule = RuleSet.read(
                        "rules:\n  - { name: Low, kind: success_rate, threshold: 0.8, clear_above: 0.9, severe: 0.5 }")
                .rules()
                .get(0);
        Subject main = Subject.workflow(QUEUE.whose(), "ci");

        // When
        AlertRow firing = Alerts.evaluate(rule, main, value(0.79), null, 1);

        // Then
        assertThat(Alerts.evaluate(rule, main, value(0.8), null, 1)).isNull();
        assertThat(firing.firing()).isTrue();
        assertThat(Alerts.evaluate(rule, main, value(0.89), firing, 2)).isSameAs(firing);
        assertThat(Alerts.evaluate(rule, main, value(0.9), firing, 2).firing()).isFalse();
        assertThat(Alerts.evaluate(rule, main, value(0.49), firing, 2).told().severity())
                .isEqualTo(Severity.PAGE);
    }

    @Test
    void itsEndIsToldWithTheLabelsByWhichPeopleKnowIt() {
        // Given
        AlertRow firing = firing(rule("labels: { team: a }"));

        // When
        AlertRow over = Alerts.evaluate(rule("labels: { team: b }"), QUEUE, value(1), firing, 100_000);

        // Then
        assertThat(over.state()).isInstanceOf(Resolved.class);
        assertThat(over.told().labels()).containsExactly(Map.entry("team", "a"));
    }

    @Test
    void aRuleThatHasBecomeAnotherKindMakesItsNextEpisodeOfThatKind() {
        // Given
        AlertRow over = Alerts.evaluate(rule(""), QUEUE, value(1), firing(rule("")), 100_000);
        Rule age = RuleSet.read("rules:\n  - { name: CiDeep, kind: age, threshold: 1s }\n")
                .rules()
                .get(0);

        // When
        AlertRow next = Alerts.evaluate(age, QUEUE, value(2_000), over, 110_000);

        // Then
        assertThat(next.kind()).isEqualTo(Kind.AGE);
        assertThat(next.fingerprint()).isEqualTo(over.fingerprint());
    }

    private static AlertRow firing(Rule rule) {
        AlertRow begun = Alerts.evaluate(rule, QUEUE, value(11), null, 5_000);
        return begun.firing() ? begun : Alerts.evaluate(rule, QUEUE, value(11), begun, 65_000);
    }

    private static Measurement value(double value) {
        return Measurement.of(value, List.of());
    }

    private static Rule rule(String settings) {
        String yaml = "rules:\n  - name: CiDeep\n    kind: depth\n    threshold: 10\n    " + settings + "\n";
        return RuleSet.read(yaml).rules().get(0);
    }
}
