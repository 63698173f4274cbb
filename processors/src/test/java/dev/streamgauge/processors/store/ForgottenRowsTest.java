package dev.streamgauge.processors.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.table.TreeTables.TreeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that come back after nothing of them was kept any more. */
class ForgottenRowsTest {

    record Note(String name, long text) {}

    private static final TableSpec<Note> NOTES = new TableSpec<>("desk", "notes", Note.class, "a few");
    private static final TableSpec<Note> LETTERS = new TableSpec<>("desk", "letters", Note.class, "a few");
    private static final Key A = Key.of("a");
    private static final Key END = Key.of("\uffff").end();

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("desk").get();
    private final List<Revision<Note>> heard = new ArrayList<>();
    private long now;

    @BeforeEach
    void openStore() {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** As a process finds it that has just begun. */
    private LiveTable<Note> open(TableSpec<Note> spec, int recentRows) {
        LiveTable<Note> table = new LiveTable<>(spec, store, recentRows, () -> now);
        table.listen(heard::add);
        return table;
    }

    private LiveTable<Note> open() {
        return open(NOTES, 1);
    }

    private static void write(LiveTable<Note> table, Key key, Note note) {
        table.put(key, note);
        table.writeBack();
    }

    private static void drop(LiveTable<Note> table, long horizon) {
        table.scan(Key.EMPTY, horizon, (key, note) -> true);
    }

    private static Note note(long text) {
        return new Note("a", text);
    }

    private List<Long> numbers() {
        return heard.stream().map(Revision::number).toList();
    }

    /** Readers of a public topic may keep the greatest revision of a key, and the topic still holds what was published before. */
    @Test
    void aRowThatComesBackAfterItWasForgottenGoesOnCounting() {
        // Given
        LiveTable<Note> table = open();
        write(table, A, note(1));
        write(table, A, note(2));
        table.forget(A);

        // When
        write(open(), A, note(3));

        // Then
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRowThatComesBackAfterItsMarkerWasDroppedGoesOnCounting() {
        // Given
        LiveTable<Note> table = open();
        write(table, A, note(1));
        write(table, A, null);
        now = 10;
        drop(table, now);

        // When
        write(open(), A, note(3));

        // Then
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    /** A later version must find it. */
    @Test
    void theGreatestNumberStandsBesideAllTables() {
        // Given
        LiveTable<Note> table = open();
        write(table, A, note(1));
        write(table, A, note(2));

        // When
        table.forget(A);

        // Then
        byte[] kept = store.get(Bytes.wrap(HexFormat.of().parseHex("0000" + "6e6f7465730000")));
        assertThat(HexFormat.of().formatHex(kept)).isEqualTo("02" + "0000000000000002" + "0000000000000000");
        assertThat(store.approximateNumEntries()).isEqualTo(1);
    }

    @Test
    void whatIsForgottenInATableIsNothingToItsNeighbour() {
        // Given
        LiveTable<Note> table = open();
        write(table, A, note(1));
        table.forget(A);

        // When
        write(open(LETTERS, 1), A, note(2));

        // Then
        assertThat(numbers()).containsExactly(1L, 1L);
    }

    @Test
    void ofATableThatNobodyListensToNothingIsKept() {
        // Given
        LiveTable<Note> table = new LiveTable<>(NOTES, store, 1, () -> now);
        write(table, A, note(1));

        // When
        table.forget(A);

        // Then
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void aRowThatHasChangedIsNotForgotten() {
        // Given
        LiveTable<Note> table = open();
        write(table, A, note(1));
        table.put(A, note(2));

        // When
        boolean forgotten = table.forget(A);

        // Then
        assertThat(forgotten).isFalse();
        assertThat(table.get(A)).isEqualTo(note(2));
    }

    @Test
    void whoVisitsRowsIsGivenMarkersTooAndSoCanStop() {
        // Given
        LiveTable<Note> table = open();
        for (int i = 0; i < 10; i++) {
            write(table, A.and(i), note(i));
            write(table, A.and(i), null);
        }
        now = 10;
        List<Note> visited = new ArrayList<>();

        // When
        table.scan(Key.EMPTY, now, (key, note) -> {
            visited.add(note);
            return visited.size() < 3;
        });

        // Then
        assertThat(visited).containsOnlyNulls().hasSize(3);
        assertThat(rows(NOTES)).isEqualTo(7);
    }

    @Test
    void aMarkerStaysUntilTheHorizonHasPassedIt() {
        // Given
        LiveTable<Note> table = open();
        now = 10;
        write(table, A, note(1));
        write(table, A, null);

        // When
        drop(table, 10);

        // Then
        assertThat(rows(NOTES)).isEqualTo(1);
    }

    /** Also markers. */
    private long rows(TableSpec<Note> spec) {
        Key prefix = Key.of(spec.name());
        long count = 0;
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(
                Bytes.wrap(prefix.toBytes()), Bytes.wrap(prefix.end().toBytes()))) {
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1_000})
    void whateverIsForgottenWhatIsInMemoryIsRightAndNumbersGrow(int recentRows) {
        // Given
        Random random = new Random(recentRows);
        LiveTable<Note> table = open(NOTES, recentRows);
        TreeTable<Note> model = new TreeTables().table(NOTES);
        for (now = 1; now < 4_000; now++) {
            if (random.nextInt(50) == 0) {
                table.writeBack();
                table = open(NOTES, recentRows);
            }

            // When
            change(random, table, model);

            // Then
            compare(random, table, model);
        }
        requireGrowingNumbers();
    }

    private void change(Random random, LiveTable<Note> table, TreeTable<Note> model) {
        Key key = key(random);
        switch (random.nextInt(6)) {
            case 0 -> table.writeBack();
            case 1 -> drop(table, now - random.nextInt(40));
            case 2 -> {
                if (table.forget(key)) {
                    model.forget(key);
                }
            }
            default -> {
                Note note = random.nextInt(3) == 0 ? null : new Note(key.toString(), now);
                table.put(key, note);
                model.put(key, note);
            }
        }
    }

    private static Key key(Random random) {
        return Key.of("k" + random.nextInt(3)).and(random.nextInt(5));
    }

    private static void compare(Random random, LiveTable<Note> table, TreeTable<Note> model) {
        Key key = key(random);
        assertThat(table.get(key)).isEqualTo(model.get(key));
        assertThat(table.list(key.head(1), key.head(1).end()))
                .isEqualTo(model.list(key.head(1), key.head(1).end()));
        assertThat(table.last(key.head(1), key)).isEqualTo(model.last(key.head(1), key));
        assertThat(table.list(Key.EMPTY, END)).isEqualTo(model.list(Key.EMPTY, END));
    }

    private void requireGrowingNumbers() {
        Map<String, Long> last = new HashMap<>();
        for (Revision<Note> revision : heard) {
            Note any = revision.after() == null ? revision.before() : revision.after();
            Long before = last.put(any.name(), revision.number());
            assertThat(revision.number()).as(any.name()).isGreaterThan(before == null ? 0 : before);
        }
        assertThat(last).hasSize(15);
    }
}
