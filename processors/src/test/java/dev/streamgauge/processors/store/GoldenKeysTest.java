package dev.streamgauge.processors.store;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import dev.streamgauge.processors.table.TreeTables.TreeTable;
import dev.streamgauge.processors.testkit.Story;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Where stores keep their rows outlives the program, too: a row under another key is a row that nobody finds (docs/adr/0007). */
class GoldenKeysTest {

    private static final Definitions CIRCLECI =
            new Definitions(Pattern.all("production"), List.of(), null, null, Set.of(Profile.CIRCLECI));
    private static final String PLACE = "8000019cadc69a808000000000000000610000610000";
    private static final String LANE = "73686f70000070726f64756374696f6e0000";
    private static final String CHANGE = "6769746875622e636f6d2f61636d652f73686f7023370000";
    private static final String PUSH_CHANGE = "6769746875622e636f6d2f61636d652f73686f7040610000";
    private static final String CI = "63690000";
    private static final String DEPLOY = "6400008000000000000001";
    private static final String LAST = "643900008000000000000001";
    private static final String UNFINISHED = "7500008000000000000001";
    private static final String LATER = "8000019cadfd89008000000000000000620000620000";
    private static final String HALF_PAST = "8000019cade211c0";
    private static final String PUSHED = "6769746875622e636f6d2f61636d652f73686f7040610000";
    private static final String DIRECT = "6769746875622e636f6d2f61636d652f73686f7040620000";
    private static final String BUILD = "7200008000000000000001";
    private static final String GREEN_BUILD = "7300008000000000000001";
    private static final String OTHER = "8000000000000000";
    private static final String NINE = "8000019cadc69a80";

    /** The first key of each table, behind its repository. */
    private static final Map<String, String> HEX = Map.ofEntries(
            Map.entry("changes/changes", CHANGE),
            Map.entry("changes/reverters", "610000"),
            Map.entry("changes/watched-commits", "610000"),
            Map.entry("completeness/completeness", "2a0000"),
            Map.entry("deliveries/deliveries", CHANGE + LANE),
            Map.entry("deliveries/carriers", "700000" + "650000"),
            Map.entry("deliveries/deployed-commits", "650000"),
            Map.entry("deliveries/deploys", LANE + DEPLOY),
            Map.entry("deliveries/deploys-of-commit", "610000" + LANE + LAST),
            Map.entry("deliveries/finished-deploys", LANE + NINE + DEPLOY),
            Map.entry("deliveries/finished-deploys-of-commit", "610000" + LANE + HALF_PAST + LAST),
            Map.entry("deliveries/lane-states", LANE),
            Map.entry("deliveries/lanes", ""),
            Map.entry("deliveries/late-deliveries", HALF_PAST + PUSHED + LANE),
            Map.entry("deliveries/stairs", LANE + PLACE),
            Map.entry("failures/blames", LANE + DEPLOY + "690000"),
            Map.entry("failures/deployments", LANE + NINE + DEPLOY),
            Map.entry("failures/deployments-by-id", "640000" + LANE + NINE + DEPLOY),
            Map.entry("failures/incidents", "690000"),
            Map.entry("failures/incidents-by-name", "6465706c6f795f69640000640000690000"),
            Map.entry("failures/lane-history", LANE + NINE + DEPLOY),
            Map.entry("failures/lane-history-by-commit", LANE + "610000" + HALF_PAST + LAST),
            Map.entry("failures/lane-history-on-main", LANE + NINE + DEPLOY),
            Map.entry("failures/remediations", LANE + "643300008000000000000001"),
            Map.entry(
                    "failures/remedied",
                    LANE + "643200008000000000000001" + "524f4c4c4241434b0000" + "643300008000000000000001"),
            Map.entry("failures/repairs", CHANGE),
            Map.entry("failures/repairs-by-deploy", LANE + DEPLOY + CHANGE),
            Map.entry("failures/repairs-by-reverted", PUSH_CHANGE + CHANGE),
            Map.entry("failures/verdicts", LANE + DEPLOY),
            Map.entry("deliveries/started-deploys", LANE + NINE + UNFINISHED),
            Map.entry("deliveries/started-deploys-of-commit", "650000" + LANE + NINE + UNFINISHED),
            Map.entry("deliveries/started-stairs", LANE + PLACE),
            Map.entry("deliveries/unfinished-deploys", LANE + NINE + UNFINISHED),
            Map.entry("deliveries/waiting-changes", LANE + LATER + DIRECT),
            Map.entry("integration/green-builds", NINE + GREEN_BUILD),
            Map.entry("integration/green-stairs", PLACE),
            Map.entry("landings/commits", "610000"),
            Map.entry("landings/fork-points", "650000"),
            Map.entry("landings/long-lived-branches", "6d61696e0000"),
            Map.entry("landings/main-line", PLACE),
            Map.entry("landings/requests", "370000"),
            Map.entry("landings/requests-by-branch", "780000370000"),
            Map.entry("main-health/builds", BUILD),
            Map.entry("main-health/builds-of-commit", "610000" + BUILD),
            Map.entry("main-health/main-walk", CI + PLACE + NINE + BUILD),
            Map.entry("main-health/main-failures-by-time", CI + NINE + PLACE + BUILD),
            Map.entry("main-health/main-walk-greens", CI + PLACE + NINE + GREEN_BUILD),
            Map.entry("main-health/red-episodes", CI + BUILD),
            Map.entry("main-health/red-episodes-on-main", CI + PLACE + NINE + BUILD),
            Map.entry("runs/finished-runs", "6d61696e0000" + "610000" + OTHER + NINE + BUILD),
            Map.entry("runs/first-runs", "6d61696e0000" + "610000"),
            Map.entry("runs/first-verdicts", CI + "610000"),
            Map.entry("runs/jobs", BUILD + "750000"),
            Map.entry("runs/next-greens", CI + NINE + BUILD),
            Map.entry("runs/verdicts-of-commits", CI + "610000" + OTHER + NINE + BUILD),
            Map.entry("runs/verdicts-by-finish", CI + OTHER + NINE + BUILD));

    /** Keeps hold of each table that the models ask for. */
    private static final class Census implements Tables {
        private final TreeTables tables = new TreeTables();
        private final Map<String, TreeTable<?>> byName = new TreeMap<>();

        @Override
        public <V> TreeTable<V> table(TableSpec<V> spec) {
            byName.put(spec.store() + "/" + spec.name(), tables.table(spec));
            return tables.table(spec);
        }
    }

    private static String first(TreeTable<?> table) {
        Key rest = Key.of(Story.SHOP).rest(table.rows().firstKey().toBytes());
        return HexFormat.of().formatHex(rest.toBytes());
    }

    @Test
    void rowsAreStillKeptWhereTheyWere() {
        // Given
        Census census = new Census();
        Assembly assembly = new Assembly(census, CIRCLECI);
        List<SpecificRecord> events = List.of(
                landed(commit("a")).at("09:00").event(),
                landed(commit("b")).at("10:00").event(),
                pushed(commit("e").parents("a").reverts("a").pickedFrom("p")).event(),
                request("7").head("e").from("x").into("main").event(),
                deploy("d", "e").at("09:00").event(),
                deploy("d2", "x").at("09:10").event(),
                deploy("d3", "e").at("09:20").event(),
                deploy("d9", "a").at("09:30").event(),
                deploy("u", "e").state("running").started("09:00").event(),
                incident("i").blames("d").sha("e").at("09:00").event(),
                build("r", "a").failed().at("09:00").event(),
                build("s", "a").at("09:00").event(),
                build("r", "a").job("u").event());

        // When
        events.forEach(assembly::apply);

        // Then
        Map<String, String> keys = new TreeMap<>();
        census.byName.forEach((name, table) -> keys.put(name, first(table)));
        assertThat(keys).isEqualTo(HEX);
    }

    @Test
    void noTwoTablesHaveOneName() {
        // Given
        Census census = new Census();

        // When
        new Assembly(census, CIRCLECI);

        // Then
        assertThat(census.byName.keySet().stream().map(name -> name.substring(name.indexOf('/'))))
                .doesNotHaveDuplicates();
    }
}
