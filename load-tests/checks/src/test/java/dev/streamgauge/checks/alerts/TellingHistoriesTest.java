package dev.streamgauge.checks.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.oracle.Fired;
import dev.streamgauge.oracle.Fired.Phase;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the other tests rest on: in hostile histories everything happens that the oracle knows of. */
class TellingHistoriesTest {

    private static final int HISTORIES = 16;

    private static List<Fired> fired;

    @BeforeAll
    static void askTheOracle() {
        List<Long> seeds = LongStream.rangeClosed(1, HISTORIES).boxed().toList();
        fired = AlertTrial.hostile(Clocks.WEEKS, seeds).stream()
                .flatMap(trial -> trial.expected().stream())
                .toList();
    }

    @Test
    void someAlertsAreSevereFromTheFirstMomentSomeBecomeItAndSomeNever() {
        // When
        List<List<String>> severities = fired.stream()
                .filter(alert -> alert.rule().equals("MainRed"))
                .map(TellingHistoriesTest::severities)
                .toList();

        // Then
        assertThat(severities).contains(List.of("page"), List.of("info", "page"), List.of("info"));
    }

    @Test
    void bothWhatFiresAboveAndWhatFiresBelowItsThresholdBecomesSevere() {
        // When
        List<String> rules = fired.stream()
                .filter(alert -> severities(alert).size() > 1)
                .map(Fired::rule)
                .toList();

        // Then
        assertThat(rules).contains("DecisionSlow", "IntegrationWait", "MainFails", "Held");
    }

    @Test
    void someAreSuppressedWhenTheyBeginToFireSomeLaterAndSomeAreToldAfterwards() {
        // When
        List<List<Boolean>> suppressed = fired.stream()
                .map(alert -> alert.phases().stream()
                        .map(phase -> phase.suppressedBy() != null)
                        .distinct()
                        .toList())
                .toList();

        // Then
        assertThat(suppressed).contains(List.of(true), List.of(true, false), List.of(false, true), List.of(false));
    }

    @Test
    void maintenancesSuppressAndEachSortOfAlertThatCan() {
        // When
        List<String> reasons = fired.stream()
                .flatMap(alert -> alert.phases().stream())
                .map(Phase::suppressedBy)
                .toList();

        // Then
        assertThat(reasons)
                .contains("shops", "night", "freeze", "Silent", "MainRed", "Held", "GateGrows", "IntegrationWait");
    }

    @Test
    void whatCouldSuppressEachOtherFiresTogether() {
        // When
        List<Fired> ofCi = fired.stream()
                .filter(alert -> alert.rule().equals("CiAny") || alert.rule().equals("CiGrows"))
                .toList();

        // Then
        assertThat(ofCi)
                .anySatisfy(one -> assertThat(ofCi)
                        .anyMatch(other -> !other.rule().equals(one.rule())
                                && other.whose().equals(one.whose())
                                && other.firedAt() == one.firedAt()));
        assertThat(ofCi)
                .flatExtracting(Fired::phases)
                .extracting(Phase::suppressedBy)
                .doesNotContain("CiAny");
    }

    @Test
    void queuesOfTeamsAndOrganisationsAlert() {
        // When
        List<Fired> ofGroups = fired.stream()
                .filter(alert -> alert.whose().matches("(teams|organisations|git\\w+\\.com)/acme-\\d+(/[^/]+)?"))
                .filter(alert -> !alert.whose().matches("git.*/acme-\\d+/.*"))
                .toList();

        // Then
        assertThat(ofGroups)
                .extracting(Fired::rule)
                .contains(
                        "OrganisationCi",
                        "OrganisationGates",
                        "OrganisationWaits",
                        "TeamCiSlow",
                        "TeamCiGrows",
                        "BlueDeploys");
        assertThat(ofGroups)
                .flatExtracting(Fired::phases)
                .extracting(Phase::suppressedBy)
                .contains("move");
    }

    @Test
    void aMaintenanceOfATeamIsForItsRepositories() {
        // When
        List<Fired> moving = fired.stream()
                .filter(alert -> alert.phases().stream().anyMatch(phase -> "move".equals(phase.suppressedBy())))
                .toList();

        // Then
        assertThat(moving).extracting(Fired::rule).contains("GateForgotten");
    }

    @Test
    void bottlenecksMove() {
        // When
        List<Fired> moved = fired.stream()
                .filter(alert -> alert.rule().equals("BottleneckMoved"))
                .toList();

        // Then
        assertThat(moved).hasSizeGreaterThan(4);
    }

    private static List<String> severities(Fired alert) {
        return alert.phases().stream().map(Phase::severity).distinct().toList();
    }
}
