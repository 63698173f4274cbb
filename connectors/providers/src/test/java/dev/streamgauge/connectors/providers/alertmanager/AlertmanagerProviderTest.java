package dev.streamgauge.connectors.providers.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.IncidentChanged;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class AlertmanagerProviderTest {

    private static final Door DOOR = Door.of(new AlertmanagerProvider());
    private static final Door PRICING =
            DOOR.with(Places.of("alertmanager", "pricing", new Place("github.com/acme/pricing", null, "production")));

    @Test
    void eachAlertIsAnIncidentOfItsOwn() {
        // When
        List<SpecificRecord> incidents = Deliveries.events(PRICING.map(DOOR.text("group")));

        // Then
        assertThat(incidents).hasSize(2).extracting("incidentId").doesNotHaveDuplicates();
        assertThat(incidents)
                .extracting("repository")
                .containsExactly("github.com/acme/shop", "github.com/acme/pricing");
    }

    @Test
    void anAlertThatFiresIsOpenSinceItsBeginning() {
        // When
        IncidentChanged incident = incident(0);

        // Then
        assertThat(incident.getState()).isEqualTo("open");
        assertThat(incident.getIncidentId()).isEqualTo("1a30ba71cca2921f@2026-03-01T10:15:00.123Z");
        assertThat(incident.getService()).isEqualTo("checkout");
        assertThat(incident.getEnvironment()).isEqualTo("production");
        assertThat(incident.getSeverity()).isEqualTo("critical");
        assertThat(incident.getTitle()).isEqualTo("Checkout answers slowly");
        assertThat(incident.getOpenedAt()).isEqualTo("2026-03-01T10:15:00.123Z");
        assertThat(incident.getResolvedAt()).isNull();
    }

    @Test
    void aResolvedAlertIsOverAtItsEnd() {
        // When
        IncidentChanged incident = incident(1);

        // Then
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getResolvedAt()).isEqualTo("2026-03-01T09:30:00Z");
        assertThat(incident.getOccurredAt()).isEqualTo("2026-03-01T09:30:00Z");
        assertThat(incident.getService()).isEqualTo("pricing");
        assertThat(incident.getTitle()).isEqualTo("PricingDown");
    }

    @Test
    void anAlertWithoutARepositoryIsCountedBesideTheOthers() {
        // When
        Mapped mapped = PRICING.map(DOOR.text("group"));

        // Then
        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Events.class,
                        events -> assertThat(events.ignored()).containsExactly("alert.no_repository"));
    }

    @Test
    void withoutAFingerprintTheLabelsAreIt() {
        // When
        List<SpecificRecord> incidents =
                Deliveries.events(PRICING.map(DOOR.text("group").replace("\"fingerprint\"", "\"f\"")));

        // Then
        assertThat(incidents).extracting("incidentId").doesNotHaveDuplicates();
        assertThat(incidents
                        .get(0)
                        .get(incidents
                                .get(0)
                                .getSchema()
                                .getField("incident_id")
                                .pos())
                        .toString())
                .matches("[0-9a-f]{32}@2026-03-01T10:15:00.123Z");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(DOOR.kind("{\"alerts\":[]}")).isEqualTo("ignored: empty");
        assertThat(DOOR.kind("{\"alerts\":[{\"labels\":{\"alertname\":\"X\"}}]}"))
                .isEqualTo("ignored: alert.no_repository");
        assertThat(DOOR.kind("{\"alerts\":[{\"labels\":{\"repository\":\"github.com/acme/shop\"}}]}"))
                .isEqualTo("unmappable: missing_field");
        assertThat(DOOR.kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        PRICING.survives(DOOR.text("group"));
    }

    private IncidentChanged incident(int index) {
        return (IncidentChanged)
                Deliveries.events(PRICING.map(DOOR.text("group"))).get(index);
    }
}
