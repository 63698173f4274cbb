package dev.streamgauge.connectors.alerting.notices;

import static dev.streamgauge.connectors.alerting.testkit.TestAlerts.TEN;
import static dev.streamgauge.connectors.alerting.testkit.TestDeploys.deployed;
import static dev.streamgauge.connectors.alerting.testkit.TestDeploys.joined;
import static dev.streamgauge.connectors.alerting.testkit.TestDeploys.rolledBack;
import static dev.streamgauge.connectors.alerting.testkit.TestDeploys.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.facts.v1.Deploy;
import dev.streamgauge.settings.match.Glob;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeployNewsTest {

    private static final Deploy DEPLOYED = deployed("d1", TEN);

    private final DeployNews news = new DeployNews(List.of(Glob.ofName("prod*"), Glob.ofName("live")));

    private boolean tells(Deploy deploy) {
        boolean isNews = news.isNews(deploy, TEN);
        news.passed(deploy, TEN);
        return isNews;
    }

    @Test
    void shouldTellOfADeployThatHasFinishedAndNotAgainWhileNothingThatMattersChanges() {
        assertThat(tells(running("d1").build())).isFalse();
        assertThat(tells(DEPLOYED)).isTrue();
        assertThat(tells(DEPLOYED)).isFalse();
        assertThat(tells(joined(DEPLOYED))).isFalse();
        assertThat(tells(deployed("d2", TEN))).isTrue();
    }

    @Test
    void shouldTellAgainOnceItIsKnownToBeARollback() {
        // Given
        news.passed(DEPLOYED, TEN);

        // Then
        assertThat(tells(rolledBack(DEPLOYED))).isTrue();
        assertThat(tells(joined(rolledBack(DEPLOYED)))).isFalse();
    }

    @Test
    void shouldTellNobodyOfWhatArrivedMoreThanAnHourAfterTheDeploy() {
        Duration hour = Duration.ofHours(1);
        assertThat(news.isNews(DEPLOYED, TEN.plus(hour))).isTrue();
        assertThat(news.isNews(DEPLOYED, TEN.plus(hour).plusMillis(1))).isFalse();
        assertThat(news.isNews(DEPLOYED, TEN.minus(hour))).as("a wrong clock").isTrue();
    }

    @Test
    void shouldStillKnowADeployThatArrivesLateWhenOthersHaveCome() {
        // Given
        news.passed(DEPLOYED, TEN);
        news.passed(deployed("d2", TEN.plusSeconds(3_600)), TEN.plusSeconds(3_600));

        // Then
        assertThat(news.isNews(joined(DEPLOYED), TEN.plusSeconds(3_600))).isFalse();
    }

    @Test
    void shouldTellOnlyOfChangesToTheEnvironmentsThatAreNamed() {
        assertThat(tells(Deploy.newBuilder(DEPLOYED).setEnvironment("staging").build()))
                .isFalse();
        assertThat(tells(Deploy.newBuilder(DEPLOYED).setEnvironment("LIVE").build()))
                .isTrue();
        assertThat(tells(Deploy.newBuilder(DEPLOYED).setOutcome("cancelled").build()))
                .isFalse();
        assertThat(tells(Deploy.newBuilder(DEPLOYED).setKind("resync").build())).isFalse();
        assertThat(tells(Deploy.newBuilder(DEPLOYED)
                        .setCountedIn("github.com/acme/other")
                        .build()))
                .isFalse();
        assertThat(tells(Deploy.newBuilder(DEPLOYED)
                        .setOutcome("failure")
                        .setKind(null)
                        .build()))
                .isTrue();
    }
}
