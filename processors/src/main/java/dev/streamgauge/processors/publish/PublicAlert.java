package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.alerts.v1.AlertKey;
import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.alerts.AlertState;
import dev.streamgauge.processors.alerts.Told;
import dev.streamgauge.processors.rules.Whose;
import dev.streamgauge.processors.store.Revision;
import java.util.Objects;

/** {@code alerts.v1}. */
public final class PublicAlert {

    private PublicAlert() {}

    /** The public record of a revision; null if it says nothing new in public. */
    public static Published of(Revision<AlertRow> revision) {
        Alert before = value(revision.before(), revision.number());
        Alert after = value(revision.after(), revision.number());
        if (Objects.equals(before, after)) {
            return null;
        }
        AlertRow any = revision.after() == null ? revision.before() : revision.after();
        return new Published(new AlertKey(any.fingerprint()), after);
    }

    private static Alert value(AlertRow row, long revision) {
        if (row == null) {
            return null;
        }
        AlertState state = row.state();
        Whose whose = row.subject().whose();
        Told told = row.told();
        return Alert.newBuilder()
                .setFingerprint(row.fingerprint())
                .setRule(row.rule())
                .setKind(row.kind().label())
                .setState(state.label())
                .setSeverity(told.severity().label())
                .setScope(whose.level().label())
                .setName(whose.name())
                .setSubject(row.subject().named())
                .setLabels(told.labels())
                .setSummary(told.summary())
                .setRunbook(told.runbook())
                .setValue(told.value())
                .setThreshold(told.threshold())
                .setUnit(row.kind().unit().label())
                .setStartsAt(instant(state.startsAt()))
                .setFiredAt(instant(row.firedAt()))
                .setResolvedAt(state instanceof AlertState.Resolved ? instant(row.endedAt()) : null)
                .setSuppressedBy(row.suppressedBy())
                .setItems(told.items().stream().map(PublicAlert::item).toList())
                .setRulesVersion(told.rulesVersion())
                .setUpdatedAt(instant(row.updatedAt()))
                .setRevision(revision)
                .build();
    }

    private static dev.streamgauge.alerts.v1.AlertItem item(AlertItem item) {
        return new dev.streamgauge.alerts.v1.AlertItem(item.item(), instant(item.since()), item.url());
    }
}
