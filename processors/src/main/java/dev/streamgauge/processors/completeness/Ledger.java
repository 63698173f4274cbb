package dev.streamgauge.processors.completeness;

import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Keeps count of what is missing and of what has not ended: each revision of a fact takes its old gap back and brings its new one. */
public final class Ledger {

    public static final TableSpec<Completeness> COMPLETENESS = new TableSpec<>(
            "completeness",
            "completeness",
            Completeness.class,
            "one row per repository and source, and one for all sources");

    static final String ALL = "*";

    private final Table<Completeness> rows;

    public Ledger(Tables tables) {
        this.rows = tables.table(COMPLETENESS);
    }

    /**
     * Learns that a source was heard.
     *
     * @param occurredAt of its event, epoch milliseconds
     * @param receivedAt of its event, epoch milliseconds
     */
    public void observed(String repository, String source, long occurredAt, long receivedAt) {
        revise(repository, source, row -> row.observed(occurredAt, receivedAt));
        revise(repository, ALL, row -> row.observed(occurredAt, receivedAt));
    }

    /** Learns what a look at a source found. The source itself was not heard by that. */
    public void checked(SourceChecked look) {
        String repository = look.getRepository();
        Webhooks found = Webhooks.of(look);
        revise(repository, look.getSource(), row -> row.lookedAt(row.webhooks().merge(found)));
        Webhooks all = all(repository);
        revise(repository, ALL, row -> row.lookedAt(all));
    }

    /** A repository has few sources, and few looks change anything. */
    private Webhooks all(String repository) {
        Key key = Key.of(repository);
        return rows.list(key, key.end()).stream()
                .filter(row -> !row.source().equals(ALL))
                .map(Completeness::webhooks)
                .reduce(Webhooks.UNKNOWN, Webhooks::and);
    }

    public void deployRevised(Deploy before, Deploy after) {
        replace(after.repository(), Gaps.of(before), Gaps.of(after));
    }

    public void buildRevised(Build before, Build after) {
        replace(after.repository(), Gaps.of(before), Gaps.of(after));
    }

    public void changeRevised(Change before, Change after) {
        replace(after.repository(), Gaps.of(before), Gaps.of(after));
    }

    public void incidentRevised(Incident before, Incident after) {
        replace(after.repository(), Gaps.of(before), Gaps.of(after));
    }

    /** Learns that a deploy is forgotten. One whose end nobody told is given up; what else it lacks stays said. */
    public void forgotten(Deploy deploy) {
        giveUp(deploy.repository(), Gaps.of(deploy), Gap.DEPLOY_UNFINISHED);
    }

    /** Learns that a build is forgotten. One whose end nobody told is given up. */
    public void forgotten(Build build) {
        giveUp(build.repository(), Gaps.of(build), Gap.BUILD_UNFINISHED);
    }

    public void commitRevised(CommitRevision revision) {
        count(
                revision.repository(),
                Gap.LANDING,
                revision.after().gaps() - revision.before().gaps());
    }

    private void giveUp(String repository, Set<Gap> gaps, Gap unfinished) {
        if (gaps.contains(unfinished)) {
            count(repository, unfinished, -1);
        }
    }

    private void replace(String repository, Set<Gap> before, Set<Gap> after) {
        for (Gap gone : before) {
            if (!after.contains(gone)) {
                count(repository, gone, -1);
            }
        }
        for (Gap come : after) {
            if (!before.contains(come)) {
                count(repository, come, 1);
            }
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
