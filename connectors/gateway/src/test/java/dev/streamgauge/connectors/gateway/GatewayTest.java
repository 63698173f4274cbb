package dev.streamgauge.connectors.gateway;

import static dev.streamgauge.connectors.gateway.TestGateway.EVENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.gateway.RawHttp.Reply;
import dev.streamgauge.connectors.gateway.intake.Message;
import dev.streamgauge.connectors.gateway.intake.Parcel;
import dev.streamgauge.connectors.gateway.intake.UnpublishableException;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.schemas.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery. */
class GatewayTest {

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new TestGateway(Map.of("gateway.raw.max.bytes", "2000"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static Parcel last() {
        List<Parcel> parcels = gateway.publisher().parcels();
        return parcels.get(parcels.size() - 1);
    }

    @Test
    void aSignedDeliveryBecomesEventsAndIsKeptAsItCame() {
        // When
        Reply reply = gateway.signed(
                EVENT, Map.of("X-Request-Id", "d-1", "X-GitHub-Event", "build", "Authorization", "canary"));

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        assertThat(last().events())
                .singleElement()
                .isInstanceOfSatisfying(
                        BuildChanged.class,
                        build -> assertThat(build.getRepository()).isEqualTo("example.org/acme/shop"));
        Message raw = last().raw();
        assertThat(raw.key()).asString(UTF_8).isEqualTo("d-1");
        assertThat(raw.value()).isEqualTo(EVENT);
        assertThat(raw.headers())
                .containsEntry("streamgauge.provider", "toy")
                .containsEntry("streamgauge.source", "toy")
                .containsEntry("streamgauge.redacted", "true")
                .containsEntry("http.x-github-event", "build")
                .containsOnlyKeys(
                        "streamgauge.provider",
                        "streamgauge.source",
                        "streamgauge.received-at",
                        "streamgauge.redacted",
                        "http.x-github-event",
                        "http.x-request-id");
    }

    @Test
    void aDeliveryWithoutAnIdIsNamedByItsBody() {
        // When
        gateway.signed(EVENT);
        String first = new String(last().raw().key(), UTF_8);
        gateway.signed(EVENT);

        // Then
        assertThat(last().raw().key()).asString(UTF_8).isEqualTo(first).matches("[0-9a-f]{32}");
    }

    @Test
    void whatTellsNothingIsCountedByItsKind() {
        // When
        Reply reply = gateway.signed("{\"as\":\"ignored\",\"kind\":\"toy.ping\"}");

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(last().events()).isEmpty();
        assertThat(gateway.metrics())
                .contains("streamgauge_gateway_ignored_total{kind=\"toy.ping\",source=\"toy\"} 1.0");
    }

    @Test
    void whatTellsNothingBesideAnEventIsCountedToo() {
        // When
        Reply reply = gateway.signed("{\"as\":\"both\",\"repository\":\"github.com/acme/shop\"}");

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(last().events()).hasSize(1);
        assertThat(gateway.metrics())
                .contains("streamgauge_gateway_ignored_total{kind=\"toy.part\",source=\"toy\"} 1.0");
    }

    @Test
    void whatNobodyCanReadIsQuarantinedWithItsReason() {
        // When
        Reply reply = gateway.signed("{\"as\":\"event\", \"mail\":\"ann@example.org\"}");

        // Then
        assertThat(reply.status()).isEqualTo(202);
        Message letter = last().letter();
        assertThat(letter.value()).asString(UTF_8).isEqualTo("{\"as\":\"event\", \"mail\":\"[REDACTED]\"}");
        assertThat(letter.headers())
                .containsEntry("streamgauge.reason", "missing_field")
                .containsEntry("streamgauge.message", "'repository' is missing, a text was expected")
                .containsEntry("streamgauge.origin", "gateway toy " + new String(letter.key(), UTF_8));
        assertThat(gateway.metrics()).contains("outcome=\"quarantined\",reason=\"missing_field\",source=\"toy\"");
    }

    @Test
    void theSenderOfWhatIsQuarantinedIsToldTheFieldAndNotItsValue() {
        // When
        Reply reply = gateway.signed("{\"as\":\"event\", \"repository\":\"canary-1\"}");

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEqualTo("repository is not what it must be\n");
    }

    @Test
    void aMapperThatFailsLosesNothing() {
        // When
        Reply reply = gateway.signed("{\"as\":\"bug\"}");

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(last().letter().headers())
                .containsEntry("streamgauge.message", "The mapper failed: IllegalStateException");
    }

    @Test
    void whatAnybodyCouldHaveSentAndNobodyCanReadIsNowhere() {
        // Given
        int before = gateway.publisher().parcels().size();

        // When
        Reply reply = RawHttp.post(gateway.port(), "/webhooks/open", Map.of(), "{".getBytes(UTF_8));

        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).startsWith("The body is no JSON");
        assertThat(gateway.publisher().parcels()).hasSize(before);
    }

    @Test
    void whatFollowsTheSourceInTheAddressIsLeftToTheProvider() {
        // When
        RawHttp.post(gateway.port(), "/webhooks/open/deployments/1", Map.of(), EVENT);

        // Then
        assertThat(last().raw().headers()).containsEntry("http.:path", "deployments/1");
    }

    @Test
    void theJsonInsideOfAFormIsReadAndTheSignatureIsOfTheForm() {
        // When
        Reply reply = gateway.signed(
                "payload=%7B%22as%22%3A%22ignored%22%2C%22kind%22%3A%22form%22%7D".getBytes(UTF_8),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(gateway.metrics()).contains("kind=\"form\"");
    }

    @Test
    void whatIsTooLargeToBeKeptBecomesEventsAllTheSame() {
        // Given
        String large = new String(EVENT, UTF_8) + " ".repeat(2000);

        // When
        Reply reply = gateway.signed(large);

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(last().events()).hasSize(1);
        assertThat(last().raw()).isNull();
        assertThat(gateway.metrics()).contains("streamgauge_gateway_raw_not_kept_total{source=\"toy\"}");
    }

    @Test
    void anEventThatTheBrokerWillNeverTakeIsADeadLetter() {
        // Given
        gateway.publisher()
                .answer(parcel -> parcel.events().isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(new UnpublishableException(
                                Parcel.Part.EVENT, Refusal.TOO_LARGE, "An event is too large")));

        // When
        Reply reply = gateway.signed(EVENT);

        // Then
        gateway.publisher().answer(parcel -> CompletableFuture.completedFuture(null));
        assertThat(reply.status()).isEqualTo(202);
        assertThat(last().letter().headers()).containsEntry("streamgauge.reason", "too_large");
    }

    @Test
    void aBrokerThatTakesLessThanIsConfiguredHoldsNothingUp() {
        // Given
        gateway.publisher()
                .answer(parcel -> parcel.raw() == null
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(
                                new UnpublishableException(Parcel.Part.RAW, Refusal.TOO_LARGE, "too large")));

        // When
        Reply reply = gateway.signed(EVENT);

        // Then
        gateway.publisher().answer(parcel -> CompletableFuture.completedFuture(null));
        assertThat(reply.status()).isEqualTo(202);
        assertThat(last().events()).hasSize(1);
    }
}
