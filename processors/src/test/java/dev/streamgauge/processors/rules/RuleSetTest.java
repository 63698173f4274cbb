package dev.streamgauge.processors.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.streamgauge.processors.rules.Rule.Holding;
import dev.streamgauge.processors.rules.Rule.Limits;
import dev.streamgauge.processors.rules.Rule.Sample;
import dev.streamgauge.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final Whose SHOP = Whose.repository("github.com/acme/shop", "platform", "acme");

    @Test
    void everySettingOfARuleIsRead() {
        // When
        Rule rule = rule("""
                rules:
                  - name: ReviewPickupSlow
                    kind: age
                    scope: { queue: review.pickup, repository: github.com/acme/* }
                    threshold: 2d
                    severe: 5d
                    severe_severity: ticket
                    clear_below: 36h
                    for: 10m
                    keep_firing_for: 30s
                    severity: info
                    labels: { team: platform }
                    runbook: https://example.org/runbooks/review-pickup
                    summary: "{value} in {queue}"
                """);

        // Then
        assertThat(rule.kind()).isEqualTo(Kind.AGE);
        assertThat(rule.limits())
                .isEqualTo(
                        new Limits(ms(2), (double) ms(5), Duration.ofHours(36).toMillis()));
        assertThat(rule.holding()).isEqualTo(new Holding(600_000, 30_000));
        assertThat(rule.notice())
                .isEqualTo(new Rule.Notice(
                        Severity.INFO,
                        Severity.TICKET,
                        Map.of("team", "platform"),
                        "https://example.org/runbooks/review-pickup",
                        "{value} in {queue}"));
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        // When
        RuleSet set = RuleSet.read("""
                rules:
                  - { name: A, kind: depth, threshold: 10 }
                  - { name: B, kind: success_rate, threshold: 0.9 }
                  - { name: C, kind: bottleneck_moved, threshold: 0.2 }
                """);

        // Then
        Rule depth = set.rules().get(0);
        assertThat(depth.limits()).isEqualTo(new Limits(10, null, 10));
        assertThat(depth.holding()).isEqualTo(new Holding(0, 0));
        assertThat(depth.notice()).isEqualTo(new Rule.Notice(Severity.TICKET, Severity.PAGE, Map.of(), null, null));
        assertThat(depth.reach().level()).isEqualTo(Level.REPOSITORY);
        assertThat(depth.sample()).isEqualTo(new Sample(null, null, null, null, null));
        assertThat(set.rules().get(1).sample()).isEqualTo(new Sample(20, ms(1), null, null, null));
        assertThat(set.rules().get(2).sample()).isEqualTo(new Sample(10, null, null, null, null));
        assertThat(set.inhibitions()).isEmpty();
        assertThat(set.maintenance()).isEmpty();
    }

    @Test
    void allMistakesAreListedAtOnceWithLineReasonAndTheNearestName() {
        // Given
        String yaml = """
                rules:
                  - name: A
                    kind: dept
                    treshold: 3
                    threshold: 3
                  - name: a
                    kind: age
                    threshold: 2 days
                    window: 3d
                    for: 10x
                  - name: C
                    kind: success_rate
                    threshold: 95
                    clear_below: 0.9
                    severity: pager
                  - name: D
                    kind: age
                    scope: { queue: review.pikcup, workflow: ci }
                    threshold: 1d
                    clear_below: 2d
                    severe: 12h
                  - name: E
                    kind: red_for
                    level: team
                    threshold: 1h
                    runbook: ask bob
                    summary: "{valeu} of {name}"
                    labels: { team-name: x, severity: y }
                  - kind: burn_rate
                    threshold: 14.4
                    objective: 0.9
                    long: 5m
                    short: 1h
                """;

        // When
        List<String> mistakes = mistakes(yaml);

        // Then
        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "r.yaml:4: 'rules[0].treshold' is no setting, did you mean 'threshold'?",
                        "r.yaml:3: 'rules[0].kind' is 'dept', which is not one of its values: did you mean 'depth'?",
                        "r.yaml:6: 'rules[1].name' is 'a', as the rule in line 2 is called: choose another name",
                        "r.yaml:8: 'rules[1].threshold' should be a length such as 30s, 10m, 2h or 3d",
                        "r.yaml:9: 'rules[1].window' is no setting of kind age, but of success_rate",
                        "r.yaml:10: 'rules[1].for' should be a length such as 30s, 10m, 2h or 3d",
                        "r.yaml:13: 'rules[2].threshold' should be a ratio such as 0.95, not more than 1",
                        "r.yaml:14: 'rules[2].clear_below' is no setting of kind success_rate, but of depth, age, wait, growth, red_for, "
                                + "burn_rate, held_lane, silent_source, bottleneck_moved",
                        "r.yaml:15: 'rules[2].severity' is 'pager', which is not one of its values: did you mean 'page'?",
                        "r.yaml:18: 'rules[3].scope.queue' is 'review.pikcup', which is no queue, did you mean 'review.pickup'?",
                        "r.yaml:18: 'rules[3].scope.workflow' is no pattern for kind age: what it looks at has no workflow",
                        "r.yaml:20: 'rules[3].clear_below' should not be above the threshold",
                        "r.yaml:21: 'rules[3].severe' should be above the threshold",
                        "r.yaml:24: 'rules[4].level' is for queues: of kind red_for there is only repository",
                        "r.yaml:26: 'rules[4].runbook' should be a link, without spaces",
                        "r.yaml:27: 'rules[4].summary' has {valeu}, which is no name, did you mean 'value'?",
                        "r.yaml:28: 'rules[4].labels.team-name' should have a name of letters, digits and _, no digit first",
                        "r.yaml:28: 'rules[4].labels.severity' is set by the rule itself: choose another name",
                        "r.yaml:29: 'rules[5]' needs 'name'",
                        "r.yaml:30: 'rules[5].threshold' is never passed: with objective 0.9 the rate is 10 at most",
                        "r.yaml:33: 'rules[5].short' should be shorter than 'long'");
    }

    @Test
    void aBurnRateNeedsItsObjectiveAndBothWindows() {
        assertThat(mistakes("rules:\n  - { name: A, kind: burn_rate, threshold: 6 }\n"))
                .containsExactly(
                        "r.yaml:2: 'rules[0].kind' is burn_rate, which needs 'objective'",
                        "r.yaml:2: 'rules[0].kind' is burn_rate, which needs 'long'",
                        "r.yaml:2: 'rules[0].kind' is burn_rate, which needs 'short'");
    }

    @Test
    void inhibitionsAndMaintenanceAreCheckedToo() {
        assertThat(mistakes("""
                        rules: []
                        inhibit:
                          - source: {}
                            target: { kind: dpeth }
                            equal: [repositry]
                        maintenance:
                          - name: freeze
                            scope: {}
                            from: 2026-11-30T06:00:00Z
                            until: 2026-11-27
                          - name: freeze
                            scope: {}
                            from: 2026-11-30T06:00:00+01:00
                            until: 2026-11-30T05:00:00Z
                        """))
                .containsExactly(
                        "r.yaml:3: 'inhibit[0].source' is every alert: say which, for example by 'rule' or 'kind'",
                        "r.yaml:4: 'inhibit[0].target.kind' is 'dpeth', which is not one of its values: did you mean 'depth'?",
                        "r.yaml:5: 'inhibit[0].equal[0]' is 'repositry', which is not one of its values: did you mean 'repository'?",
                        "r.yaml:10: 'maintenance[0].until' should be an instant with its zone, such as 2026-11-27T16:00:00Z",
                        "r.yaml:11: 'maintenance[1].name' is 'freeze', as the maintenance in line 7 is called: choose another name",
                        "r.yaml:14: 'maintenance[1].until' should be after 'from'");
    }

    @Test
    void aFileWithoutRulesIsAMistakeButAnEmptyListIsNone() {
        assertThat(mistakes("inhibit: []\n")).containsExactly("r.yaml:1: the file needs 'rules'");
        assertThat(RuleSet.read("rules: []").rules()).isEmpty();
    }

    @Test
    void theWatchdogsNameIsTaken() {
        assertThat(mistakes("rules:\n  - { name: watchdog, kind: depth, threshold: 1 }\n"))
                .singleElement()
                .asString()
                .contains("the alert that is always there");
    }

    @Test
    void aRuleThatNamesNoLabelLooksAtTheRowOfAllLabels() {
        // Given
        RuleSet set = RuleSet.read("rules:\n  - { name: A, kind: depth, threshold: 1, scope: { queue: ci } }\n");

        // Then
        assertThat(set.of(Subject.queue(SHOP, "ci", "*"))).hasSize(1);
        assertThat(set.of(Subject.queue(SHOP, "ci", "linux"))).isEmpty();
        assertThat(set.of(Subject.queue(SHOP, "merge", "*"))).isEmpty();
    }

    @Test
    void aRuleThatNamesLabelsLooksAtEachOfThemAndNotAtTheRowOfAll() {
        // Given
        RuleSet set = RuleSet.read("""
                rules:
                  - { name: A, kind: depth, threshold: 1, scope: { queue: ci, label: "*" } }
                  - { name: B, kind: depth, threshold: 1, scope: { queue: deploy, environment: [prod, production] } }
                """);

        // Then
        assertThat(names(set, Subject.queue(SHOP, "ci", "*"))).isEmpty();
        assertThat(names(set, Subject.queue(SHOP, "ci", "linux"))).containsExactly("A");
        assertThat(names(set, Subject.queue(SHOP, "deploy", "web/api/Production")))
                .containsExactly("B");
        assertThat(names(set, Subject.queue(SHOP, "deploy", "web/staging"))).isEmpty();
        assertThat(names(set, Subject.queue(SHOP, "deploy", "*"))).isEmpty();
    }

    @Test
    void labelsOfAQueueThatHasNoneAreAMistake() {
        assertThat(mistakes("rules:\n  - { name: A, kind: depth, threshold: 1, scope: { queue: merge, label: x } }\n"))
                .containsExactly(
                        "r.yaml:2: 'rules[0].scope.label' is no pattern here: of the queues only ci, deploy.approval, deploy have labels");
    }

    @Test
    void aRuleOfALevelLooksAtNoOther() {
        // Given
        RuleSet set = RuleSet.read("""
                rules:
                  - { name: Repository, kind: depth, threshold: 1, scope: { team: plat* } }
                  - { name: Team, kind: depth, threshold: 1, level: team, scope: { team: plat* } }
                  - { name: Organisation, kind: depth, threshold: 1, level: organisation }
                """);

        // Then
        assertThat(names(set, Subject.queue(SHOP, "ci", "*"))).containsExactly("Repository");
        assertThat(names(set, Subject.queue(Whose.repository("x/y/z", null, "y"), "ci", "*")))
                .isEmpty();
        assertThat(names(set, Subject.queue(Whose.team("platform", null), "ci", "*")))
                .containsExactly("Team");
        assertThat(names(set, Subject.queue(Whose.organisation("acme"), "ci", "*")))
                .containsExactly("Organisation");
        assertThat(names(set, Subject.workflow(SHOP, "ci"))).isEmpty();
    }

    @Test
    void theVersionIsThatOfTheContent() {
        assertThat(RuleSet.read("rules: []").version())
                .isEqualTo(RuleSet.read("rules: []").version())
                .isNotEqualTo(RuleSet.read("rules: [] # later").version());
    }

    @Test
    void aMaintenanceLastsFromItsFirstInstantUntilJustBeforeItsLast() {
        // Given
        Maintenance freeze = RuleSet.read("""
                rules: []
                maintenance:
                  - name: freeze
                    scope: { environment: production }
                    from: 2026-11-27T16:00:00Z
                    until: 2026-11-30T06:00:00Z
                """).maintenance().get(0);
        long from = Instant.parse("2026-11-27T16:00:00Z").toEpochMilli();
        long until = Instant.parse("2026-11-30T06:00:00Z").toEpochMilli();
        Subject lane = Subject.lane(SHOP, "shop", "production");

        // Then
        assertThat(freeze.covers(lane, from - 1)).isFalse();
        assertThat(freeze.covers(lane, from)).isTrue();
        assertThat(freeze.covers(lane, until - 1)).isTrue();
        assertThat(freeze.covers(lane, until)).isFalse();
        assertThat(freeze.covers(Subject.lane(SHOP, "shop", "staging"), from)).isFalse();
        assertThat(freeze.covers(Subject.queue(SHOP, "deploy", "shop/production"), from))
                .isTrue();
    }

    @Test
    void fingerprintsDependOnTheRuleAndTheSubjectButNotOnItsOwner() {
        // Given
        Subject subject = Subject.lane(SHOP, "ab", "c");

        // When
        String fingerprint = Fingerprint.of("LaneHeld", subject);

        // Then
        assertThat(fingerprint)
                .isEqualTo("255b2978efd276061e359c873d6de561")
                .isEqualTo(Fingerprint.of(
                        "LaneHeld", Subject.lane(Whose.repository("github.com/acme/shop", "other", null), "ab", "c")))
                .isNotEqualTo(Fingerprint.of("LaneHeld", Subject.lane(SHOP, "a", "bc")))
                .isNotEqualTo(Fingerprint.of("Other", subject));
    }

    private static List<String> names(RuleSet set, Subject subject) {
        return set.of(subject).stream().map(Rule::name).toList();
    }

    private static Rule rule(String yaml) {
        return RuleSet.read(yaml).rules().get(0);
    }

    private static List<String> mistakes(String yaml) {
        return catchThrowableOfType(SettingsException.class, () -> RuleSet.read("r.yaml", yaml))
                .mistakes();
    }

    private static long ms(int days) {
        return Duration.ofDays(days).toMillis();
    }
}
