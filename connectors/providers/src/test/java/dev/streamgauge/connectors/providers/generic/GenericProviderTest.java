package dev.streamgauge.connectors.providers.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Mutations;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.schemas.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericProviderTest {

    private static final String DEPLOY = """
            {"type":"DeployChanged","repository":"github.com/Acme/shop","occurred_at":"2026-03-01T10:10:00Z","deploy_id":"d-7","environment":"production","sha":"2222222222222222222222222222222222222222","state":"finished","outcome":"success"}""";

    private final Provider provider = new GenericProvider();

    @Test
    void oneObjectIsOneEventOfThisDoor() {
        // When
        DeployChanged deploy = Deliveries.only(map(DEPLOY), DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(deploy.getDeployId()).isEqualTo("d-7");
        assertThat(deploy.getAttempt()).isEqualTo(1);
        assertThat(deploy.getSource()).isEqualTo("generic");
        assertThat(deploy.getEventId()).matches("generic:[0-9a-f]{32}:1");
    }

    @Test
    void aRequestOfTooManyEventsIsRefusedBeforeTheyAreRead() {
        assertThat(Deliveries.kind(map("[" + "1,".repeat(10_000) + "1]"))).isEqualTo("unmappable: too_large");
    }

    @Test
    void theDoorSaysWhenItArrived() {
        // Given
        String claims = DEPLOY.replace("\"deploy_id\"", "\"received_at\":\"2020-01-01T00:00:00Z\",\"deploy_id\"");

        // When
        DeployChanged deploy = Deliveries.only(map(claims), DeployChanged.class);

        // Then
        assertThat(deploy.getReceivedAt()).isEqualTo(Deliveries.ARRIVED);
    }

    @Test
    void theSendersOwnIdentifierAndSourceAreKept() {
        // Given
        String named =
                DEPLOY.replace("\"deploy_id\"", "\"event_id\":\"mine-1\",\"source\":\"spinnaker\",\"deploy_id\"");

        // When
        DeployChanged deploy = Deliveries.only(map(named), DeployChanged.class);

        // Then
        assertThat(deploy.getEventId()).isEqualTo("mine-1");
        assertThat(deploy.getSource()).isEqualTo("spinnaker");
    }

    @Test
    void whoLooksAtASourceOfTheirOwnTellsWhatDidNotArrive() {
        // Given
        String look = """
                {"type":"SourceChecked","repository":"github.com/acme/shop","occurred_at":"2026-03-01T10:10:00Z","source":"gitlab","missing_since":"2026-03-01T09:00:00Z","waiting":2,"lost":1}""";

        // When
        SourceChecked told = Deliveries.only(map(look), SourceChecked.class);

        // Then
        assertThat(told.getSource()).isEqualTo("gitlab");
        assertThat(told.getMissingSince()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(told.getWaiting()).isEqualTo(2);
        assertThat(told.getLost()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"source\":\"*\"",
                "\"source\":\"gitlab\",\"waiting\":-1",
                "\"source\":\"gitlab\",\"lost\":\"2\""
            })
    void aLookThatSaysNonsenseIsRefused(String nonsense) {
        // Given
        String look = """
                {"type":"SourceChecked","repository":"github.com/acme/shop","occurred_at":"2026-03-01T10:10:00Z",%s}""".formatted(nonsense);

        // When
        Mapped mapped = map(look);

        // Then
        assertThat(Deliveries.kind(mapped)).isEqualTo("unmappable: bad_value");
    }

    @Test
    void anArrayIsAsManyEvents() {
        // When
        Mapped mapped = map("[" + DEPLOY + ",\n" + DEPLOY.replace("d-7", "d-8") + "]");

        // Then
        assertThat(Deliveries.events(mapped)).hasSize(2).extracting("deployId").containsExactly("d-7", "d-8");
        assertThat(Deliveries.events(mapped)).extracting("eventId").doesNotHaveDuplicates();
    }

    @Test
    void linesAreAsManyEventsWithOrWithoutTheirType() {
        // Given
        String lines = DEPLOY + "\n\n" + DEPLOY.replace("d-7", "d-8") + "\n";
        Map<String, String> typed = Map.of("content-type", "application/x-ndjson; charset=utf-8");

        // When
        Mapped mapped = map(lines);

        // Then
        assertThat(Deliveries.events(mapped)).hasSize(2);
        assertThat(provider.map(Deliveries.of(lines, typed), Places.NONE)).isEqualTo(mapped);
    }

    @Test
    void anObjectPrintedOverManyLinesIsOneEvent() {
        // When
        Mapped mapped = map(DEPLOY.replace(",", ",\n  ").replace("{", "{\n  "));

        // Then
        assertThat(Deliveries.events(mapped)).hasSize(1);
    }

    @Test
    void oneBadLineRefusesTheRequestAndEveryBadLineIsTold() {
        // Given
        String lines = DEPLOY + "\n" + DEPLOY.replace("success", "great") + "\n{\"type\":\n" + DEPLOY;

        // When
        Mapped mapped = map(lines);

        // Then
        assertThat(mapped).isInstanceOfSatisfying(Mapped.Unmappable.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.BAD_VALUE);
            assertThat(refused.message())
                    .contains("line 2: bad_value: outcome is 'great'")
                    .contains("line 3: broken_json:")
                    .doesNotContain("line 1", "line 4")
                    .endsWith("none of the 4 events was taken, send all again");
        });
    }

    @Test
    void theSenderIsToldWhichFieldIsWrongAndWhatWouldBeRight() {
        // When
        Mapped mapped =
                map(DEPLOY.replace("success", "great") + "\n" + DEPLOY.replace("\"environment\"", "\"enviroment\""));

        // Then
        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Unmappable.class,
                        refused -> assertThat(refused.advice())
                                .isEqualTo(
                                        "line 1: bad_value: outcome should be one of success, failure, cancelled; line 2: unknown_field: DeployChanged has no field 'enviroment': did you mean 'environment'?; none of the 2 events was taken, send all again"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"canary-1\"}",
                "{\"type\":\"DeployChanged\",\"canary-1\":2}",
                "{\"type\":\"DeployChanged\",\"repository\":\"canary-1\"}",
                "{\"type\":\"DeployChanged\",\"repository\":[\"canary-1\"]}",
                "{\"type\":\"DeployChanged\",\"repository\":\"a/b/c\",\"attempt\":\"canary-1\"}",
                "{\"type\":\"DeployChanged\",\"repository\":\"a/b/c\",\"deploy_id\":\"1\",\"occurred_at\":\"canary-1\"}",
                "{\"type\":\"DeployChanged\",\"sha\":\"canary-1\"}",
                "{\"type\":\"CommitPushed\",\"commits\":[{\"sha\":\"canary-1\"}]}",
                "{\"type\":\"CommitPushed\",\"commits\":\"canary-1\"}",
                "{\"type\":\"CommitPushed\",\"commits\":[\"canary-1\"]}",
                "{\"type\": canary-1}",
                "{\"type\":\"DeployChanged\" \"canary-1\"}",
                "canary-1",
                "[\"canary-1\"]",
                "{\"canary-1\":1,\"canary-1\":1}",
            })
    void theSenderIsNotToldWhatItSent(String body) {
        // When
        Mapped mapped = map(body);

        // Then
        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Unmappable.class,
                        refused -> assertThat(refused.advice()).isNotEmpty().doesNotContain("canary"));
    }

    @Test
    void aLongListOfBadLinesIsCut() {
        // When
        Mapped mapped = map("{}\n".repeat(30));

        // Then
        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Unmappable.class,
                        refused -> assertThat(refused.message()).contains("line 20:", "and 10 more"));
    }

    @Test
    void anUnknownFieldIsATypingMistake() {
        // When
        Mapped mapped = map(DEPLOY.replace("outcome", "outcom"));

        // Then
        assertThat(mapped).isInstanceOfSatisfying(Mapped.Unmappable.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.UNKNOWN_FIELD);
            assertThat(refused.message()).contains("did you mean 'outcome'?");
        });
    }

    @Test
    void anAddressInPlaceOfAPersonIsRefusedAndNotRepeated() {
        // Given
        String push = """
                {"type":"CommitPushed","repository":"github.com/acme/shop","occurred_at":"2026-03-01T09:30:00Z","after":"2222222222222222222222222222222222222222",
                "commits":[{"sha":"2222222222222222222222222222222222222222","author":"ada@example.org"}]}""";

        // When
        Mapped mapped = map(push);

        // Then
        assertThat(mapped).isInstanceOfSatisfying(Mapped.Unmappable.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.BAD_VALUE);
            assertThat(refused.message()).doesNotContain("ada");
        });
    }

    @Test
    void whatIsNoEventIsRefusedWithItsReason() {
        assertThat(Deliveries.kind(map(""))).isEqualTo("unmappable: broken_json");
        assertThat(Deliveries.kind(map("hello"))).isEqualTo("unmappable: broken_json");
        assertThat(Deliveries.kind(map("{}"))).isEqualTo("unmappable: missing_field");
        assertThat(Deliveries.kind(map("{\"type\":\"Party\"}"))).isEqualTo("unmappable: unknown_type");
        assertThat(Deliveries.kind(map("[]"))).isEqualTo("ignored: empty");
        assertThat(Deliveries.kind(provider.map(Deliveries.of(new byte[] {(byte) 0xff, (byte) 0xfe}), Places.NONE)))
                .isEqualTo("unmappable: broken_json");
    }

    @Test
    void aSendersKeyNamesTheDelivery() {
        // Given
        Delivery delivery = Deliveries.of(DEPLOY, Map.of("idempotency-key", "run-17"));

        // When
        DeployChanged deploy = Deliveries.only(provider.map(delivery, Places.NONE), DeployChanged.class);

        // Then
        assertThat(deploy.getEventId()).isEqualTo("generic:run-17:1");
    }

    @Test
    void everyMutationIsAnswered() {
        byte[] body = ("[" + DEPLOY + "]").getBytes(StandardCharsets.UTF_8);
        Mutations.areAnswered(provider, Deliveries.of(body), Places.NONE);
        Mutations.areAnswered(provider, Deliveries.of(DEPLOY), Places.NONE);
    }

    private Mapped map(String body) {
        return provider.map(Deliveries.of(body), Places.NONE);
    }
}
