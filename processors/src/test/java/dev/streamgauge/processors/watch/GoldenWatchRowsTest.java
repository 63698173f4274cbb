package dev.streamgauge.processors.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.queues.Hints;
import dev.streamgauge.processors.queues.Integrating;
import dev.streamgauge.processors.queues.Item;
import dev.streamgauge.processors.queues.QueueName;
import dev.streamgauge.processors.queues.Stay;
import dev.streamgauge.processors.queues.Told;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.store.Codec;
import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.watch.QueueRow.Place;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stores of queues hold outlives the program that wrote it (docs/adr/0007): append components, never move or rename them. */
class GoldenWatchRowsTest {

    private static final String SHOP = "github.com/acme/shop";
    private static final Place PLACE = new Place("repository", SHOP, "ci", "linux");
    private static final List<AlertItem> OLDEST = List.of(new AlertItem("17/1", 60_000, null));

    private static final Map<String, String> HEX = Map.ofEntries(
            Map.entry(
                    "Item",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f706431372f31026d68747470733a2f2f6369"
                            + "2f31379f070161626161fff59f9f0102ff6671756575656402f604656c696e75786d68747470733a2f2f63692f3137ff"
                            + "819f6b43495f415050524f56414c612a0506ffff"),
            Map.entry(
                    "Hints",
                    "0100000000000000039f9f0102ff6671756575656402f604656c696e75786d68747470733a2f2f63692f3137ff"),
            Map.entry("Integrating", "0100000000000000039f766769746875622e636f6d2f61636d652f73686f70233708ff"),
            Map.entry(
                    "QueueRow",
                    "0100000000000000039f9f6a7265706f7369746f7279746769746875622e636f6d2f61636d652f73686f70626369656c"
                            + "696e7578ff9f01819f6431372f3119ea60f6ff19ea6019ea60020304ff09f6ff"),
            Map.entry("Red", "0100000000000000039f746769746875622e636f6d2f61636d652f73686f706263696431372f310aff"),
            Map.entry(
                    "Outcome", "0100000000000000039f746769746875622e636f6d2f61636d652f73686f706263696431372f310bf5ff"),
            Map.entry(
                    "Shift",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f706473686f706a70726f64756374696f6e0c"
                            + "0dfb3fd0000000000000ff"),
            Map.entry("History", "0100000000000000039f746769746875622e636f6d2f61636d652f73686f700eff"),
            Map.entry(
                    "QueuePart",
                    "0100000000000000039f9f645445414d63726564ff6461636d659f6a7265706f7369746f7279746769746875622e636f"
                            + "6d2f61636d652f73686f70626369656c696e7578ff9fbf19ea6001ff819f6431372f3119ea60f6ff020304ffff"));

    static Stream<Record> rows() {
        Hints hints = new Hints(new Told(1L, 2L), "queued", 2L, null, 4L, "linux", "https://ci/17");
        Stay stay = new Stay(QueueName.CI_APPROVAL, "*", 5, 6L);
        return Stream.of(
                new Item(SHOP, "17/1", 2, "https://ci/17", new Position(7, 1, "b", "a"), true, hints, List.of(stay)),
                hints,
                new Integrating(SHOP + "#7", 8),
                new QueueRow(PLACE, new Depths(1, OLDEST, 60_000L, 60_000L, 2, 3, 4), 9, null),
                new Red(SHOP, "ci", "17/1", 10),
                new Outcome(SHOP, "ci", "17/1", 11, true),
                new Shift(SHOP, "shop", "production", 12, 13, 0.25),
                new History(SHOP, 14),
                new QueuePart(
                        new Group(Scope.TEAM, "red"),
                        "acme",
                        PLACE,
                        new QueuePart.Sums(Map.of(60_000L, 1L), OLDEST, 2, 3, 4)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    <V extends Record> void aRowIsWrittenAsEverAndReadBack(V row) {
        // Given
        @SuppressWarnings("unchecked") // the class of a row
        Class<V> type = (Class<V>) row.getClass();
        Codec<V> codec = new Codec<>("golden", type);

        // When
        byte[] written = codec.write(new Row<>(row, 3));

        // Then
        assertThat(HexFormat.of().formatHex(written)).isEqualTo(HEX.get(type.getSimpleName()));
        assertThat(codec.read(written)).isEqualTo(new Row<>(row, 3));
    }
}
