package dev.streamgauge.connectors.providers.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Mutations;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.IncidentChanged;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class AlertmanagerProviderTest {

    private static final DoorRules PRICING =
            Places.of("alertmanager", "pricing", new Place("github.com/acme/pricing", null, "production"));

    private final Provider provider = new AlertmanagerProvider();

    @Test
    void eachAlertIsAnIncidentOfItsOwn() {
        // When
        List<SpecificRecord> incidents = Deliveries.events(map(text("group"), PRICING));

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
        Mapped mapped = map(text("group"), PRICING);

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
                Deliveries.events(map(text("group").replace("\"fingerprint\"", "\"f\""), PRICING));

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
        assertThat(kind("{\"alerts\":[]}")).isEqualTo("ignored: empty");
        assertThat(kind("{\"alerts\":[{\"labels\":{\"alertname\":\"X\"}}]}")).isEqualTo("ignored: alert.no_repository");
        assertThat(kind("{\"alerts\":[{\"labels\":{\"repository\":\"github.com/acme/shop\"}}]}"))
                .isEqualTo("unmappable: missing_field");
        assertThat(kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        Mutations.areAnswered(provider, Deliveries.of(text("group")), PRICING);
    }

    private IncidentChanged incident(int index) {
        return (IncidentChanged) Deliveries.events(map(text("group"), PRICING)).get(index);
    }

    private Mapped map(String body, DoorRules rules) {
        return provider.map(Deliveries.of(body), rules);
    }

    private String kind(String body) {
        return Deliveries.kind(map(body, Places.NONE));
    }

    private static String text(String name) {
        return new String(Deliveries.payload("alertmanager/" + name + ".json"), StandardCharsets.UTF_8);
    }
}
