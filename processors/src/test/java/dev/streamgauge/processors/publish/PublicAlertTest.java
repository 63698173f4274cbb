package dev.streamgauge.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.alerts.Alerts;
import dev.streamgauge.processors.alerts.Measurement;
import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.rules.Whose;
import dev.streamgauge.processors.store.Codec;
import dev.streamgauge.processors.store.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicAlertTest {

    private static final Rule RULE = RuleSet.read("""
            rules:
              - name: ReviewPickupSlow
                kind: age
                threshold: 2d
                keep_firing_for: 1h
                labels: { team: platform }
                runbook: https://example.org/runbook
            """).rules().get(0);
    private static final Subject QUEUE =
            Subject.queue(Whose.repository("github.com/acme/shop", "platform", "acme"), "review.pickup", "*");
    private static final AlertRow FIRING = Alerts.evaluate(
            RULE,
            QUEUE,
            Measurement.of(187_200_000, List.of(new AlertItem("github.com/acme/shop#1", 3, "https://x/1"))),
            null,
            1_000_000_000);

    @Test
    void aRowIsToldInTheWordsOfTheTopic() {
        // When
        Published published = PublicAlert.of(new Revision<>(null, FIRING, 4));

        // Then
        Alert alert = (Alert) published.value();
        assertThat(published.key()).isEqualTo(new AlertKey(FIRING.fingerprint()));
        assertThat(alert.getFingerprint()).isEqualTo(FIRING.fingerprint()).hasSize(32);
        assertThat(List.of(alert.getRule(), alert.getKind(), alert.getState(), alert.getSeverity()))
                .containsExactly("ReviewPickupSlow", "age", "firing", "ticket");
        assertThat(List.of(alert.getScope(), alert.getName(), alert.getUnit()))
                .containsExactly("repository", "github.com/acme/shop", "ms");
        assertThat(alert.getSubject()).isEqualTo(Map.of("queue", "review.pickup", "label", "*"));
        assertThat(alert.getLabels()).isEqualTo(Map.of("team", "platform"));
        assertThat(alert.getValue()).isEqualTo(187_200_000.0);
        assertThat(alert.getThreshold()).isEqualTo(172_800_000.0);
        assertThat(alert.getStartsAt()).isEqualTo(Instant.ofEpochMilli(1_000_000_000));
        assertThat(alert.getFiredAt()).isEqualTo(Instant.ofEpochMilli(1_000_000_000));
        assertThat(alert.getResolvedAt()).isNull();
        assertThat(alert.getItems()).hasSize(1);
        assertThat(alert.getRulesVersion()).isEqualTo(RULE.rulesVersion());
        assertThat(alert.getRevision()).isEqualTo(4);
    }

    @Test
    void whatPeopleAreNotToldOfIsNotPublished() {
        // Given
        AlertRow clearing = Alerts.evaluate(RULE, QUEUE, Measurement.ofNothing(), FIRING, 1_000_010_000);

        // When
        Published published = PublicAlert.of(new Revision<>(FIRING, clearing, 5));

        // Then
        assertThat(clearing).isNotEqualTo(FIRING);
        assertThat(published).isNull();
    }

    @Test
    void whatIsForgottenHasATombstone() {
        // When
        Published published = PublicAlert.of(new Revision<>(FIRING, null, 6));

        // Then
        assertThat(published).isEqualTo(new Published(new AlertKey(FIRING.fingerprint()), null));
    }

    @Test
    void aRowComesBackFromItsStoreAsItWas() {
        // Given
        Codec<AlertRow> codec = new Codec<>("alerts", AlertRow.class);
        AlertRow over = Alerts.withoutRule(FIRING, 2_000_000_000).suppressedBy("freeze", 2_000_000_001);

        // When
        List<AlertRow> back = List.of(FIRING, over).stream()
                .map(row -> codec.read(codec.write(new Codec.Row<>(row, 1))).value())
                .toList();

        // Then
        assertThat(back).containsExactly(FIRING, over);
    }
}
