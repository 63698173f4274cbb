package dev.streamgauge.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.LaneState;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.failures.Verdict;
import dev.streamgauge.processors.health.Episode;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableOver;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.testkit.RandomHistory;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Within a commit, rows are published in the order of their keys in the table. If two rows had the same name in public, the end of one
 * could come after the beginning of the other.
 */
class PublicKeyTest {

    private final TreeTables rows = new TreeTables();
    private final Map<SpecificRecord, Key> byPublicKey = new HashMap<>();

    private static SpecificRecord publicKey(Object row) {
        if (row instanceof Change change) {
            Published published = PublicChange.of(new Revision<>(null, change, 1));
            return published == null ? null : published.key();
        }
        if (row instanceof Delivery delivery) {
            return PublicDelivery.of(new Revision<>(null, delivery, 1)).key();
        }
        if (row instanceof LaneState lane) {
            return PublicLane.of(new Revision<>(null, lane, 1)).key();
        }
        if (row instanceof Verdict verdict) {
            return PublicDeploy.of(new Revision<>(null, verdict, 1)).key();
        }
        if (row instanceof Incident incident) {
            return PublicIncident.of(new Revision<>(null, incident, 1)).key();
        }
        return row instanceof Episode episode
                ? PublicRedEpisode.of(new Revision<>(null, episode, 1)).key()
                : null;
    }

    private void noted(Key key, Object row) {
        SpecificRecord name = publicKey(row);
        if (name != null) {
            Key known = byPublicKey.putIfAbsent(name, key);

            // Then
            assertThat(known).as("%s", name).isIn(null, key);
        }
    }

    /** Notes under which keys the rows of a public table are kept. */
    private final class Noting implements Tables {
        @Override
        public <V> Table<V> table(TableSpec<V> spec) {
            boolean inward = spec.type() == Episode.class && !spec.equals(MainHealth.EPISODES);
            return inward ? rows.table(spec) : new Noted<>(rows.table(spec));
        }
    }

    private final class Noted<V> implements TableOver<V> {
        private final Table<V> table;

        Noted(Table<V> table) {
            this.table = table;
        }

        @Override
        public Table<V> rows() {
            return table;
        }

        @Override
        public void put(Key key, V value) {
            noted(key, value);
            table.put(key, value);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatHasOneNameInPublicHasOneKeyInItsTable(long seed) {
        // Given
        Assembly assembly = new Assembly(new Noting());

        // When
        new RandomHistory(3_000 + seed).events(200).forEach(told -> assembly.apply(told.event()));

        // Then
        assertThat(byPublicKey).hasSizeGreaterThan(10);
    }
}
