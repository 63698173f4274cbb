package dev.streamgauge.processors.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.table.TreeTables.TreeTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTableTest {

    record Note(String text, Long number) {}

    private static final TableSpec<Note> NOTES = new TableSpec<>("desk", "notes", Note.class, "a few");
    private static final TableSpec<Note> NEIGHBOURS = new TableSpec<>("desk", "notes-of-others", Note.class, "a few");
    private static final List<String> NAMES = List.of("", "\0", "a", "a\0", "aa", "b", "é", "\uffff");

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("desk").get();

    @BeforeEach
    void openStore() {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private LiveTable<Note> open(int recentRows) {
        return new LiveTable<>(NOTES, store, recentRows, () -> 0);
    }

    private static Key random(Random random) {
        return Key.of(NAMES.get(random.nextInt(NAMES.size()))).and(random.nextInt(5) - 2);
    }

    /** Does the same to a table and its model. */
    private static void change(Random random, LiveTable<Note> table, TreeTable<Note> model) {
        Key key = random(random);
        Note note = random.nextInt(3) == 0 ? null : new Note("n" + random.nextInt(3), (long) random.nextInt(3));
        table.put(key, note);
        model.put(key, note);
    }

    private static void compare(Random random, LiveTable<Note> table, TreeTable<Note> model) {
        Key key = random(random);
        Key from = random(random);
        Key to = random.nextBoolean() ? random(random) : from.head(1).and(random.nextInt(6) - 2);
        assertThat(table.get(key)).isEqualTo(model.get(key));
        assertThat(table.list(from, to)).isEqualTo(model.list(from, to));
        assertThat(table.first(from, to)).isEqualTo(model.first(from, to));
        assertThat(table.last(from, to)).isEqualTo(model.last(from, to));
        int most = random.nextInt(4);
        assertThat(firstDown(table, from, to, most)).isEqualTo(firstDown(model, from, to, most));
    }

    private static List<Note> firstDown(Table<Note> table, Key from, Key to, int most) {
        List<Note> found = new ArrayList<>();
        table.descend(from, to, note -> {
            found.add(note);
            return found.size() < most;
        });
        return found;
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "5, false", "1000, true", "1000, false"})
    void behavesAsATreeHoweverManyRowsItKeepsInMemoryAndWhoeverListens(int recentRows, boolean heard) {
        // Given
        Random random = new Random(recentRows);
        LiveTable<Note> neighbours = new LiveTable<>(NEIGHBOURS, store, recentRows, () -> 0);
        neighbours.put(Key.of("a").and(0), new Note("not ours", 1L));
        neighbours.writeBack();
        LiveTable<Note> table = open(recentRows);
        if (heard) {
            table.listen(revision -> {});
        }
        TreeTable<Note> model = new TreeTables().table(NOTES);
        for (int i = 0; i < 6_000; i++) {

            // When
            change(random, table, model);
            if (random.nextInt(10) == 0) {
                table.writeBack();
            }

            // Then
            compare(random, table, model);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "3, true", "1000, true", "1, false", "3, false", "1000, false"})
    void whoVisitsARowMayReadOthers(int recentRows, boolean allAtOnce) {
        // Given
        Random random = new Random(recentRows);
        LiveTable<Note> table = open(recentRows);
        TreeTable<Note> model = new TreeTables().table(NOTES);
        for (int i = 0; i < 100; i++) {
            change(random, table, model);
        }
        table.writeBack();
        TreeSet<Key> ends = new TreeSet<>(List.of(Key.EMPTY, Key.of("\uffff").end()));
        if (!allAtOnce) {
            NAMES.stream().map(Key::of).forEach(name -> ends.addAll(List.of(name, name.end())));
        }
        List<Note> up = new ArrayList<>();
        List<Note> down = new ArrayList<>();

        // When
        for (Key from = ends.first(); ends.higher(from) != null; from = ends.higher(from)) {
            table.ascend(from, ends.higher(from), note -> {
                compare(random, table, model);
                return up.add(note);
            });
        }
        for (Key to = ends.last(); ends.lower(to) != null; to = ends.lower(to)) {
            table.descend(ends.lower(to), to, note -> {
                compare(random, table, model);
                return down.add(note);
            });
        }

        // Then
        List<Note> expected = new ArrayList<>(model.rows().values());
        assertThat(up).isEqualTo(expected);
        Collections.reverse(expected);
        assertThat(down).isEqualTo(expected);
    }

    @Test
    void aRowThatIsForgottenIsNotReadAgain() {
        // Given
        LiveTable<Note> table = open(10);
        Note kept = new Note("kept", 1L);
        table.put(Key.of("a"), kept);
        table.put(Key.of("b"), new Note("forgotten", 2L));
        table.writeBack();
        List<Note> before = table.list(Key.EMPTY, Key.of("c"));

        // When
        table.forget(Key.of("b"));

        // Then
        assertThat(before).hasSize(2);
        assertThat(table.get(Key.of("b"))).isNull();
        assertThat(table.list(Key.EMPTY, Key.of("c"))).containsExactly(kept);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTableThatIsOpenedAgainHoldsWhatWasWrittenBackAndNothingElse(long seed) {
        // Given
        Random random = new Random(seed);
        TreeTable<Note> committed = new TreeTables().table(NOTES);
        for (int crash = 0; crash < 100; crash++) {
            LiveTable<Note> table = open(2);
            for (int i = 0; i < 10; i++) {
                change(random, table, committed);
            }
            table.writeBack();
            TreeTable<Note> lost = new TreeTables().table(NOTES);
            for (int i = 0; i < 10; i++) {
                change(random, table, lost);
            }

            // When
            LiveTable<Note> reopened = open(2);

            // Then
            compare(random, reopened, committed);
            assertThat(reopened.list(Key.EMPTY, Key.of("\uffff").end()))
                    .containsExactlyElementsOf(committed.rows().values());
        }
    }

    @Test
    void nothingIsWrittenBeforeItIsWrittenBack() {
        // Given
        LiveTable<Note> table = open(1);
        for (int i = 0; i < 100; i++) {
            table.put(Key.of("a").and(i), new Note("n", (long) i));
            table.get(Key.of("b").and(i));
        }
        long before = store.approximateNumEntries();

        // When
        table.writeBack();

        // Then
        assertThat(before).isZero();
        assertThat(store.approximateNumEntries()).isEqualTo(100);
    }

    @Test
    void rowsThatAreGoneAndWereNotPublishedAreGoneFromTheStore() {
        // Given
        LiveTable<Note> table = open(10);
        table.put(Key.of("a"), new Note("n", 1L));
        table.writeBack();

        // When
        table.remove(Key.of("a"));
        table.writeBack();

        // Then
        assertThat(store.approximateNumEntries()).isZero();
        assertThat(open(10).get(Key.of("a"))).isNull();
    }

    @Test
    void theListenerHearsTheStepFromWhatWasCommittedToWhatIsNow() {
        // Given
        LiveTable<Note> table = open(1);
        List<Revision<Note>> heard = new ArrayList<>();
        table.listen(heard::add);
        table.put(Key.of("a"), new Note("first", null));
        table.put(Key.of("a"), new Note("second", null));
        table.put(Key.of("b"), new Note("fleeting", null));
        table.remove(Key.of("b"));
        table.writeBack();
        table.put(Key.of("a"), new Note("third", null));
        table.put(Key.of("a"), new Note("second", null));
        table.writeBack();

        // When
        table.put(Key.of("a"), new Note("fourth", null));
        table.put(Key.of("a"), null);
        table.put(Key.of("a"), new Note("fifth", null));
        table.writeBack();

        // Then
        assertThat(heard)
                .containsExactly(
                        new Revision<>(null, new Note("second", null), 1),
                        new Revision<>(new Note("second", null), new Note("fifth", null), 2));
    }

    @Test
    void theListenerHearsThatARowIsGone() {
        // Given
        LiveTable<Note> table = open(1);
        table.put(Key.of("a"), new Note("first", null));
        table.writeBack();
        List<Revision<Note>> heard = new ArrayList<>();
        table.listen(heard::add);

        // When
        table.remove(Key.of("a"));
        table.writeBack();
        table.writeBack();

        // Then
        assertThat(heard).containsExactly(new Revision<>(new Note("first", null), null, 2));
    }

    @Test
    void revisionsOfALivingRowAreNumberedWithoutAGapAlsoAfterACrash() {
        // Given
        Random random = new Random(91);
        Map<Key, Long> last = new HashMap<>();
        for (int crash = 0; crash < 50; crash++) {
            LiveTable<Note> table = open(1);
            table.listen(revision -> {
                Key key = Key.of(revision.after().text());

                // Then
                assertThat(revision.number()).isEqualTo(last.getOrDefault(key, 0L) + 1);
                last.put(key, revision.number());
            });
            for (int i = 0; i < 20; i++) {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                table.put(Key.of(name), new Note(name, (long) i));
            }

            // When
            table.writeBack();
        }
        assertThat(last).hasSameSizeAs(NAMES);
    }

    /** Readers of a public topic may keep the greatest revision of a key, through its tombstones. */
    @Test
    void aRowThatComesBackGoesOnCountingItsRevisions() {
        // Given
        List<Revision<Note>> heard = new ArrayList<>();
        for (Note note : Arrays.asList(new Note("first", null), null, new Note("second", null), null)) {
            LiveTable<Note> table = open(1);
            table.listen(heard::add);
            table.put(Key.of("a"), note);

            // When
            table.writeBack();
        }

        // Then
        assertThat(heard).extracting(Revision::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(open(1).list(Key.EMPTY, Key.of("b"))).isEmpty();
    }

    @Test
    void theListenerHearsTheSameSumWhateverTheCommits() {
        // Given
        Random random = new Random(92);
        LiveTable<Note> table = open(3);
        TreeTable<Note> model = new TreeTables().table(NOTES);
        long[] sum = {0};
        table.listen(revision -> sum[0] += number(revision.after()) - number(revision.before()));

        // When
        for (int i = 0; i < 3_000; i++) {
            change(random, table, model);
            if (random.nextInt(7) == 0) {
                table.writeBack();
            }
        }
        table.writeBack();

        // Then
        assertThat(sum[0])
                .isEqualTo(
                        model.rows().values().stream().mapToLong(Note::number).sum());
    }

    private static long number(Note note) {
        return note == null ? 0 : note.number();
    }
}
