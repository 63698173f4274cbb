package dev.streamgauge.connectors.providers.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.IncidentChanged;
import org.junit.jupiter.api.Test;

class PagerDutyProviderTest {

    private static final Door DOOR = Door.of(new PagerDutyProvider());
    private static final Door SHOP =
            DOOR.with(Places.of("pagerduty", "PSVC001", new Place("github.com/acme/shop", null, null)));

    @Test
    void anIncidentBelongsToThePlaceOfItsServicesIdentifierOrName() {
        // Given
        Door byName = DOOR.with(
                Places.of("pagerduty", "Checkout", new Place("github.com/acme/shop", "checkout", "production")));

        // When
        IncidentChanged named = incident(DOOR.text("resolved"), byName);
        IncidentChanged identified = incident(DOOR.text("resolved"), SHOP);

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
        IncidentChanged incident = incident(DOOR.text("resolved"), SHOP);

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
                DOOR.text("resolved")
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
                incident(DOOR.text("resolved").replace("incident.resolved", "incident.priority_updated"), SHOP);

        // Then
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getResolvedAt()).isNull();
    }

    @Test
    void nobodyIsNamed() {
        assertThat(incident(DOOR.text("resolved"), SHOP).toString()).doesNotContain("Ada", "PUSER01");
    }

    @Test
    void whatIsMissingOrNotMeasuredIsTold() {
        assertThat(DOOR.kind(DOOR.text("resolved"))).isEqualTo("ignored: incident.no_repository");
        assertThat(DOOR.kind(DOOR.text("resolved").replace("incident.resolved", "incident.annotated")))
                .isEqualTo("ignored: other");
        assertThat(DOOR.kind("{\"event\":{\"event_type\":\"pagey.ping\"}}")).isEqualTo("ignored: ping");
        assertThat(DOOR.kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void everyMutationIsAnswered() {
        SHOP.survives(DOOR.text("resolved"));
    }

    private static IncidentChanged incident(String body, Door door) {
        return door.only(body, IncidentChanged.class);
    }
}
