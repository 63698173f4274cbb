package dev.streamgauge.checks.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgauge.standalone.testkit.RolesApart;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Beside the Kafka that somebody runs already. What one test publishes, the next ones read. */
@TestMethodOrder(OrderAnnotation.class)
class NeighboursTest {

    @TempDir
    private static Path directory;

    private static Neighbourhood neighbourhood;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(Installed.missing()).as("what is missing here").isEmpty();
        neighbourhood = new Neighbourhood(directory);
        neighbourhood.open();
    }

    @AfterAll
    static void stop() {
        if (neighbourhood != null) {
            neighbourhood.close();
        }
    }

    @Test
    @Order(1)
    void withTheLeastRightsAWebhookBecomesAnAlertThatSomebodyIsTold() throws Exception {
        // When
        String told = neighbourhood.alert();

        // Then
        assertThat(told).contains("github.com/acme/shop");
        assertThat(RolesApart.ROLES)
                .allSatisfy(role ->
                        assertThat(neighbourhood.roles().role(role).says()).doesNotContain("\tat ", "uthoriz"));
    }

    @Test
    @Order(2)
    void kcatReadsTheMirrorOfTheAlerts() throws Exception {
        // When
        List<String> alerts = neighbourhood.kcat();

        // Then
        assertThat(alerts)
                .anyMatch(alert -> alert.contains("\"rule\":\"CiWaits\",\"kind\":\"depth\",\"state\":\"firing\""));
    }

    @Test
    @Order(3)
    void whatGitPublishesIsInTheTableOfAnotherDatabaseAsTheOracleHasIt() throws Exception {
        // When
        Landed landed = Landed.of(neighbourhood);

        // Then
        assertThat(landed.published()).isEqualTo("30 events published");
        assertThat(landed.rows()).isPositive();
        assertThat(landed.tasks()).containsExactly("RUNNING");
    }

    @Test
    @Order(4)
    void confluentsOwnClientReadsTheAvro() throws Exception {
        // When
        List<String> records = neighbourhood.confluent();

        // Then
        assertThat(records)
                .hasSizeGreaterThanOrEqualTo(neighbourhood.oracle().size())
                .anyMatch(record -> record.contains("\"metric\": \"delivery_lead_time\"")
                        && record.contains("\"name\": \"github.com/acme/clone\""));
    }
}
