package dev.streamgauge.connectors.alerting.notices;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.firing;
import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.severe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.settings.match.Glob;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static Route route(String field, String pattern, boolean goesOn, String... receivers) {
        return new Route(new Matcher(Map.of(field, List.of(Glob.ofName(pattern)))), Set.of(receivers), goesOn);
    }

    @Test
    void shouldLetTheFirstRouteDecide() {
        // Given
        Routes routes = new Routes(
                List.of(route("severity", "page", false, "pagerduty"), route("rule", "Review*", false, "slack")));

        // Then
        assertThat(routes.lead(severe(firing(), TEN), "pagerduty")).isTrue();
        assertThat(routes.lead(severe(firing(), TEN), "slack")).isFalse();
        assertThat(routes.lead(firing(), "slack")).isTrue();
        assertThat(routes.lead(firing(), "pagerduty")).isFalse();
    }

    @Test
    void shouldGoOnWhereARouteSaysSo() {
        // Given
        Routes routes = new Routes(
                List.of(route("severity", "ticket", true, "archive"), route("labels.team", "plat*", false, "slack")));

        // Then
        assertThat(routes.lead(firing(), "archive")).isTrue();
        assertThat(routes.lead(firing(), "slack")).isTrue();
        assertThat(routes.lead(firing(), "pagerduty")).isFalse();
    }

    @Test
    void shouldTellEverybodyOfWhatNoRouteMatches() {
        // Given
        Routes routes = new Routes(List.of(route("repository", "*/legacy", false, "none")));

        // Then
        assertThat(routes.lead(firing(), "slack")).isTrue();
    }

    @Test
    void shouldMatchNoFieldThatAnAlertDoesNotHave() {
        // Given
        Routes routes = new Routes(List.of(route("team", "*", false, "none")));

        // Then
        assertThat(routes.lead(firing(), "slack")).isTrue();
    }

    @Test
    void shouldTellEverybodyButTheOneItself() {
        // Given
        Alert failed = new ReceiverFailed("slack").refused("HTTP 404", TEN);
        Routes routes = new Routes(List.of(route("rule", "*", false, "none")));

        // Then
        assertThat(routes.lead(failed, "slack")).isFalse();
        assertThat(routes.lead(failed, "pagerduty")).isTrue();
    }

    @Test
    void shouldKeepOneEpisodeWhileAReceiverFailsAndEndItWhenItAccepts() {
        // Given
        ReceiverFailed failed = new ReceiverFailed("slack");

        // When
        Alert first = failed.refused("HTTP 404", TEN);
        failed.learn(first);
        Alert second = failed.refused("HTTP 410", TEN.plusSeconds(60));
        failed.learn(second);
        Alert end = failed.accepted(TEN.plusSeconds(120));
        failed.learn(end);

        // Then
        assertThat(second.getStartsAt()).isEqualTo(first.getStartsAt());
        assertThat(end.getState()).isEqualTo("resolved");
        assertThat(end.getRevision()).isEqualTo(3);
        assertThat(failed.fires()).isFalse();
    }
}
