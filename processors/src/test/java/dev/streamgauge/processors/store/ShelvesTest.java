package dev.streamgauge.processors.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.store.Shelf.Live;
import dev.streamgauge.processors.table.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShelvesTest {

    private static final Key SHOP = Key.of("shop");
    private static final Key DESK = Key.of("desk");
    private static final Key ROOM = Key.of("room");

    private final Map<Key, Live<String>> changed = new LinkedHashMap<>();

    private static Live<String> row(String value) {
        return new Live<>(new Row<>(value, 1));
    }

    /** With four rows for each repository. */
    private Shelves<String> shelves(int most) {
        Shelves<String> shelves = new Shelves<>(1, most, changed);
        Stream.of(SHOP, DESK, ROOM).forEach(head -> {
            for (int each = 0; each < 4; each++) {
                shelves.put(head.and(each), row("row " + each));
            }
        });
        return shelves;
    }

    private static boolean holds(Shelves<String> shelves, Key head) {
        return Stream.of(0, 1, 2, 3).allMatch(each -> shelves.get(head.and(each)) != null);
    }

    private static boolean holdsNothing(Shelves<String> shelves, Key head) {
        return Stream.of(0, 1, 2, 3).allMatch(each -> shelves.get(head.and(each)) == null);
    }

    @Test
    void nothingGoesWhileThereIsRoom() {
        // Given
        Shelves<String> shelves = shelves(13);

        // When
        shelves.makeRoom();

        // Then
        assertThat(Stream.of(SHOP, DESK, ROOM)).allMatch(head -> holds(shelves, head));
    }

    @Test
    void theRepositoryOfWhichNobodyHasAskedForLongestGoesAsAWhole() {
        // Given
        Shelves<String> shelves = shelves(12);
        shelves.get(SHOP.and(2));

        // When
        shelves.makeRoom();

        // Then
        assertThat(holdsNothing(shelves, DESK)).isTrue();
        assertThat(holds(shelves, ROOM) && holds(shelves, SHOP)).isTrue();
    }

    @Test
    void rangesTakeRoomTooAndGoWithTheirRepository() {
        // Given
        Shelves<String> shelves = shelves(13);
        shelves.loaded(SHOP, SHOP.and(0), SHOP.and(9));
        shelves.get(DESK.and(0));
        shelves.get(ROOM.and(0));

        // When
        shelves.makeRoom();

        // Then
        assertThat(holdsNothing(shelves, SHOP)).isTrue();
        assertThat(shelves.at(SHOP).ranges().hold(SHOP.and(1))).isFalse();
    }

    @Test
    void whatHasChangedStaysWhenItsRepositoryGoesAndItsRangesDoNot() {
        // Given
        Shelves<String> shelves = shelves(11);
        shelves.loaded(SHOP, SHOP.and(0), SHOP.and(9));
        Live<String> revised = shelves.get(SHOP.and(3));
        changed.put(SHOP.and(3), revised);
        Stream.of(DESK, ROOM).forEach(head -> holds(shelves, head));

        // When
        shelves.makeRoom();

        // Then
        assertThat(shelves.get(SHOP.and(3))).isSameAs(revised);
        assertThat(shelves.get(SHOP.and(1))).isNull();
        assertThat(shelves.at(SHOP).ranges().hold(SHOP.and(1))).isFalse();
    }

    @Test
    void whatGoesMakesRoomForWhatComes() {
        // Given
        Shelves<String> shelves = shelves(12);
        shelves.makeRoom();
        shelves.put(SHOP.and(0), row("read again"));

        // When
        shelves.makeRoom();

        // Then
        assertThat(Stream.of(DESK, ROOM)).allMatch(head -> holds(shelves, head));
        assertThat(shelves.get(SHOP.and(0))).isNotNull();
    }

    @Test
    void rowsOfTwoOwnersOfOneKindStandOnTwoShelves() {
        // Given
        Shelves<String> shelves = new Shelves<>(2, 2, changed);
        Key desk = Key.of(List.of("team", "desk"));
        Key room = Key.of(List.of("team", "room"));
        shelves.put(desk.and(1), row("desk"));
        shelves.put(room.and(1), row("room"));
        shelves.get(desk.and(1));

        // When
        shelves.makeRoom();

        // Then
        assertThat(shelves.get(desk.and(1))).isNotNull();
        assertThat(shelves.get(room.and(1))).isNull();
    }
}
