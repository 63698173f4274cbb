package dev.streamgauge.connectors.providers.pagerduty;

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
import org.junit.jupiter.api.Test;

class PagerDutyProviderTest {

    private static final DoorRules SHOP =
            Places.of("pagerduty", "PSVC001", new Place("github.com/acme/shop", null, null));

    private final Provider provider = new PagerDutyProvider();

    @Test
    void anIncidentBelongsToThePlaceOfItsServicesIdentifierOrName() {
        // Given
        DoorRules byName =
                Places.of("pagerduty", "Checkout", new Place("github.com/acme/shop", "checkout", "production"));

        // When
        IncidentChanged named = incident(text("resolved"), byName);
        IncidentChanged identified = incident(text("resolved"), SHOP);

        // Then
        assertThat(named.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(named.getService()).isEqualTo("checkout");
        assertThat(named.getEnvironment()).isEqualTo("production");
        assertThat(identified.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(identified.getService()).isEqualTo("shop");
        assertThat(identified.getEnvironment()).isNull();
    }

    @Test
    void aResolvedIncidentIsOverWhenTheEventOccurred() {
        // When
        IncidentChanged incident = incident(text("resolved"), SHOP);

        // Then
        assertThat(incident.getIncidentId()).isEqualTo("PINC0001");
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getOpenedAt()).isEqualTo("2026-03-01T10:15:00Z");
        assertThat(incident.getResolvedAt()).isEqualTo("2026-03-01T11:00:00.123Z");
        assertThat(incident.getOccurredAt()).isEqualTo("2026-03-01T11:00:00.123Z");
        assertThat(incident.getSeverity()).isEqualTo("P2");
        assertThat(incident.getTitle()).isEqualTo("Checkout answers slowly");
    }

    @Test
    void anAcknowledgedIncidentIsOpen() {
        // When
        IncidentChanged incident = incident(
                text("resolved")
                        .replace("incident.resolved", "incident.acknowledged")
                        .replace("\"resolved\"", "\"acknowledged\""),
                SHOP);

        // Then
        assertThat(incident.getState()).isEqualTo("open");
        assertThat(incident.getResolvedAt()).isNull();
    }

    @Test
    void whatHappensToAResolvedIncidentLaterDoesNotMoveItsEnd() {
        // When
        IncidentChanged incident =
                incident(text("resolved").replace("incident.resolved", "incident.priority_updated"), SHOP);

        // Then
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getResolvedAt()).isNull();
    }

    @Test
    void nobodyIsNamed() {
        assertThat(incident(text("resolved"), SHOP).toString()).doesNotContain("Ada", "PUSER01");
    }

    @Test
    void whatIsMissingOrNotMeasuredIsTold() {
        assertThat(kind(text("resolved"))).isEqualTo("ignored: incident.no_repository");
        assertThat(kind(text("resolved").replace("incident.resolved", "incident.annotated")))
                .isEqualTo("ignored: other");
        assertThat(kind("{\"event\":{\"event_type\":\"pagey.ping\"}}")).isEqualTo("ignored: ping");
        assertThat(kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        Mutations.areAnswered(provider, Deliveries.of(text("resolved")), SHOP);
    }

    private IncidentChanged incident(String body, DoorRules rules) {
        return Deliveries.only(provider.map(Deliveries.of(body), rules), IncidentChanged.class);
    }

    private String kind(String body) {
        Mapped mapped = provider.map(Deliveries.of(body), Places.NONE);
        return Deliveries.kind(mapped);
    }

    private static String text(String name) {
        return new String(Deliveries.payload("pagerduty/" + name + ".json"), StandardCharsets.UTF_8);
    }
}
