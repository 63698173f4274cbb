package dev.streamgauge.checks.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.checks.Seeds;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.Faults;
import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.Organisation;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.AlertOracle.Clock;
import dev.streamgauge.oracle.Fired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever comes late, twice, or after what happened later: exactly the alerts of the oracle fire, when it says so. */
class ExactAlertsTest {

    private static final int USUAL_HISTORIES = 16;
    private static final Watchers REHEARSED = new Rehearsed();

    @Test
    void overMonthsExactlyTheAlertsOfTheOracleFire() {
        Seeds.blocks(USUAL_HISTORIES).forEach(seeds -> requireExact(Clocks.MONTHS, seeds));
    }

    @Test
    void overAYearExactlyTheAlertsOfTheOracleFire() {
        Seeds.blocks(USUAL_HISTORIES).forEach(seeds -> requireExact(Clocks.YEAR, seeds));
    }

    @Test
    void overTwoMonthsOfAnOrganisationExactlyTheAlertsOfTheOracleFire() {
        // Given
        AlertTrial trial = AlertTrial.of("organisation", Clocks.MONTHS, ExactRules.JSON, organisation());

        // When
        Optional<String> difference = trial.difference(REHEARSED);

        // Then
        assertThat(difference).isEmpty();
        assertThat(trial.expected()).extracting(Fired::rule).contains("CiAny");
    }

    private static List<Arrival> organisation() {
        Faults faults = new Faults(0.1, 0.3, 0.05, 0.01, Duration.ofHours(12));
        GeneratorConfig config = new GeneratorConfig(
                3, 1, Clocks.MONTHS.first().plus(Duration.ofDays(1)), Duration.ofDays(60), 0.3, faults);
        Dice dice = new Dice(3);
        List<Arrival> arrivals = new ArrayList<>();
        for (Emission emission : Organisation.of(config)) {
            long at = Clocks.besideLooks(Clocks.MONTHS, emission.at().toEpochMilli(), dice);
            arrivals.add(new Arrival(at, emission.event()));
        }
        return arrivals;
    }

    private void requireExact(Clock clock, List<Long> seeds) {
        for (AlertTrial trial : AlertTrial.hostile(clock, seeds)) {
            trial.difference(REHEARSED).ifPresent(this::fail);
            List<Arrival> doubled = Hostile.doubled(
                    clock, trial.arrivals(), new Dice(trial.arrivals().size()));
            trial.with(doubled).difference(REHEARSED).ifPresent(difference -> fail("delivered twice, " + difference));
        }
    }

    private void fail(String difference) {
        throw new AssertionError(difference);
    }
}
