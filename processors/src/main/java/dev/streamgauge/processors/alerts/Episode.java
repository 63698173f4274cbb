package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.rules.Severity;
import dev.streamgauge.processors.rules.Subject;

/**
 * An alert that fired. All instants are epoch milliseconds of the wall clock.
 *
 * @param severity the gravest that it had
 * @param startsAt when its condition was first true
 * @param endedAt null: it still fires
 * @param suppressedBy because of what nobody was told for as long as it lasted; null: people were told
 * @param summary as it was told when it began to fire
 */
public record Episode(
        String rule,
        Subject subject,
        Severity severity,
        long startsAt,
        long firedAt,
        Long endedAt,
        String suppressedBy,
        String summary) {

    static Episode of(AlertRow row) {
        return new Episode(
                row.rule(),
                row.subject(),
                row.told().severity(),
                row.state().startsAt(),
                row.firedAt(),
                row.endedAt(),
                row.suppressedBy(),
                row.told().summary());
    }

    /** With a later version of the alert. Severities are in the order in which they matter. */
    Episode then(AlertRow row) {
        Severity later = row.told().severity();
        return new Episode(
                rule,
                subject,
                later.compareTo(severity) < 0 ? later : severity,
                startsAt,
                firedAt,
                row.endedAt(),
                suppressedBy == null ? null : row.suppressedBy(),
                summary);
    }
}
