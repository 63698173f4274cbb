package dev.streamgauge.processors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Main may be red for years: what a build costs must not grow with that. */
class LongRedTest {

    private static final Workflow CI = new Workflow("github.com/acme/shop", "ci");
    private static final int BUILDS = 5_000;

    private final Reads reads = new Reads();
    private final Episodes episodes = new Episodes(reads, (repository, position) -> List.of());

    /** Counts the rows that are looked at. */
    private static final class Reads implements Tables {
        private final TreeTables tables = new TreeTables();
        private long rows;

        @Override
        public <V> Table<V> table(TableSpec<V> spec) {
            return new Read<>(tables.table(spec));
        }

        private final class Read<V> implements Table<V> {
            private final Table<V> table;

            Read(Table<V> table) {
                this.table = table;
            }

            private Predicate<V> counted(Predicate<V> visitor) {
                return row -> {
                    rows++;
                    return visitor.test(row);
                };
            }

            @Override
            public V get(Key key) {
                rows++;
                return table.get(key);
            }

            @Override
            public void put(Key key, V value) {
                table.put(key, value);
            }

            @Override
            public void ascend(Key from, Key to, Predicate<V> visitor) {
                table.ascend(from, to, counted(visitor));
            }

            @Override
            public void descend(Key from, Key to, Predicate<V> visitor) {
                table.descend(from, to, counted(visitor));
            }

            @Override
            public void scan(Key from, long horizon, BiPredicate<Key, V> visitor) {
                table.scan(from, horizon, visitor);
            }

            @Override
            public void forget(Key key) {
                table.forget(key);
            }
        }
    }

    private static Step failure(int at) {
        return new Step(new Position(at, 0, "head", "sha" + at), at, new BuildRef("r" + at, 1), false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachBuildOfALongRedTimeLooksAtAFewRowsInWhateverDirectionTheyCome(boolean backwards) {
        // Given
        long most = 0;
        for (int i = 0; i < BUILDS; i++) {
            long before = reads.rows;

            // When
            episodes.add(CI, failure(backwards ? BUILDS - i : i));

            // Then
            most = Math.max(most, reads.rows - before);
        }
        assertThat(most).isLessThan(20);
        assertThat(reads.tables.table(MainHealth.EPISODES).rows().values())
                .singleElement()
                .satisfies(episode -> assertThat(episode.attempts()).isEqualTo(BUILDS));
    }
}
