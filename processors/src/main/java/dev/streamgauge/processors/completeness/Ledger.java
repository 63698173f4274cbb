package dev.streamgauge.processors.completeness;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.function.UnaryOperator;

/** Keeps count of what is missing: each revision of a fact takes its old gap back and brings its new one. */
public final class Ledger {

    public static final TableSpec<Completeness> COMPLETENESS = new TableSpec<>(
            "completeness",
            "completeness",
            Completeness.class,
            "one row per repository and source, and one for all sources");

    private static final String ALL = "*";

    private final Table<Completeness> rows;

    public Ledger(Tables tables) {
        this.rows = tables.table(COMPLETENESS);
    }

    public void observed(String repository, String source, long occurredAt) {
        revise(repository, source, row -> row.observed(occurredAt));
        revise(repository, ALL, row -> row.observed(occurredAt));
    }

    public void deployRevised(Deploy before, Deploy after) {
        replace(after.repository(), before == null ? null : gap(before), gap(after));
    }

    public void buildRevised(Build before, Build after) {
        Gap gone = before != null && before.lacksLanding() ? Gap.BUILD_WITHOUT_LANDING : null;
        replace(after.repository(), gone, after.lacksLanding() ? Gap.BUILD_WITHOUT_LANDING : null);
    }

    public void changeRevised(Change before, Change after) {
        Gap gone = before.lacksLanding() ? Gap.MERGE_WITHOUT_LANDING : null;
        replace(after.repository(), gone, after.lacksLanding() ? Gap.MERGE_WITHOUT_LANDING : null);
    }

    public void incidentRevised(Incident before, Incident after) {
        Gap gone = before != null && before.unattributed() ? Gap.INCIDENT_UNATTRIBUTED : null;
        replace(after.repository(), gone, after.unattributed() ? Gap.INCIDENT_UNATTRIBUTED : null);
    }

    public void commitRevised(CommitRevision revision) {
        count(
                revision.repository(),
                Gap.LANDING,
                revision.after().gaps() - revision.before().gaps());
    }

    private static Gap gap(Deploy deploy) {
        String reason = deploy.unjoinedReason();
        if (reason == null) {
            return null;
        }
        return reason.equals("sha_unknown") ? Gap.DEPLOY_SHA_UNKNOWN : Gap.DEPLOY_OFF_MAIN;
    }

    private void replace(String repository, Gap gone, Gap come) {
        if (gone == come) {
            return;
        }
        if (gone != null) {
            count(repository, gone, -1);
        }
        if (come != null) {
            count(repository, come, 1);
        }
    }

    private void count(String repository, Gap gap, long delta) {
        if (delta != 0) {
            revise(repository, ALL, row -> row.counted(gap, delta));
        }
    }

    private void revise(String repository, String source, UnaryOperator<Completeness> revision) {
        Key key = Key.of(repository).and(source);
        Completeness row = rows.get(key);
        Completeness before = row == null ? Completeness.unknown(repository, source) : row;
        Completeness after = revision.apply(before);
        if (!after.equals(row)) {
            rows.put(key, after);
        }
    }
}
