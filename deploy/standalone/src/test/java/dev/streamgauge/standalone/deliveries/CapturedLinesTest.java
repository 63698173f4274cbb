package dev.streamgauge.standalone.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.json.BadEventException;
import java.util.Base64;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapturedLinesTest {

    private static final String SHA = "2222222222222222222222222222222222222222";
    private static final String EVENT = "{'type':'CommitPushed','repository':'github.com/acme/shop',"
            + "'occurred_at':'2026-03-01T09:30:00Z','branch':'main','after':'" + SHA + "'}";
    private static final String PUSH = "{\\\"type\\\":\\\"ping\\\"}";

    private final CapturedLines lines = new CapturedLines(Mapping.by(null));

    @Test
    void aLineWithATypeIsAnEvent() throws BadEventException {
        // When
        List<SpecificRecord> events = lines.of(json(EVENT));

        // Then
        assertThat(events).singleElement().isInstanceOf(CommitPushed.class);
        assertThat(lines.deliveries()).isZero();
    }

    @Test
    void aCapturedDeliveryIsMappedByItsProvider() throws BadEventException {
        // Given
        String body = Base64.getEncoder().encodeToString(json(EVENT));

        // When
        List<SpecificRecord> events = lines.of(json("{'source':'generic','received_at':'2026-03-01T09:31:00Z',"
                + "'headers':{'Idempotency-Key':'7'},'body_base64':'" + body + "'}"));

        // Then
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        CommitPushed.class, push -> assertThat(push.getAfter()).isEqualTo(SHA));
        assertThat(lines.says()).isEqualTo("1 deliveries gave 1 events; 0 of them told nothing that is measured");
    }

    @Test
    void whatTellsNothingIsCounted() throws BadEventException {
        // When
        List<SpecificRecord> events =
                lines.of(json("{'source':'circleci','received_at':1772357400000,'body':'" + PUSH + "'}"));

        // Then
        assertThat(events).isEmpty();
        assertThat(lines.says()).contains("1 of them told nothing that is measured");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'source':'githup','received_at':0,'body':''}|BAD_VALUE|did you mean 'github'?",
                "{'received_at':0,'body':''}|MISSING_FIELD|needs source",
                "{'source':'github','body':''}|MISSING_FIELD|needs received_at",
                "{'source':'github','received_at':'yesterday','body':''}|BAD_VALUE|received_at should be a time",
                "{'source':'github','received_at':0,'body':'','body_base64':''}|BAD_VALUE|either body or body_base64",
                "{'source':'github','received_at':0,'body_base64':'%'}|BAD_VALUE|no Base64",
                "{'source':'github','received_at':0,'headers':{'a':1},'body':''}|BAD_VALUE|headers.a should be a text",
                "{'source':'github','received_at':0,'header':{},'body':''}|UNKNOWN_FIELD|did you mean 'headers'?",
                "{'source':'github','received_at':0,'body':'{'}|BROKEN_JSON|JSON",
                "{'source':'github','body':|BROKEN_JSON|JSON",
                "{'sauce':'github'}|MISSING_FIELD|type",
            })
    void aMistakeIsNamed(String line, Refusal reason, String message) {
        assertThatThrownBy(() -> lines.of(json(line)))
                .isInstanceOfSatisfying(
                        BadEventException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
