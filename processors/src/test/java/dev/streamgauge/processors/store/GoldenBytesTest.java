package dev.streamgauge.processors.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.store.Codec.Row;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import dev.streamgauge.processors.table.TreeTables;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stores and change-logs hold outlives the program that wrote it. If one of these fails, a component was moved, renamed in an
 * enum or removed: append instead, or count the format up and read the old one, too (docs/adr/0007).
 */
class GoldenBytesTest {

    private static final Map<String, String> HEX = Map.ofEntries(
            Map.entry(
                    "Late",
                    "0100000000000000039f766769746875622e636f6d2f61636d652f73686f7023319f6473686f706a70726f6475637469"
                            + "6f6effff"),
            Map.entry(
                    "Repair",
                    "0100000000000000039f766769746875622e636f6d2f61636d652f73686f702332f581766769746875622e636f6d2f61"
                            + "636d652f73686f702331819f9f6473686f706a70726f64756374696f6eff63642d3702ffff"),
            Map.entry("ChangeRef", "0100000000000000039f766769746875622e636f6d2f61636d652f73686f702331ff"),
            Map.entry(
                    "Remedy", "0100000000000000039f665245564552549f9f6473686f706a70726f64756374696f6eff63642d3702ffff"),
            Map.entry(
                    "Remedies",
                    "0100000000000000039f819f68524f4c4c4241434b9f9f6473686f706a70726f64756374696f6eff63642d3702ffffff"),
            Map.entry(
                    "Run",
                    "0100000000000000039f9f1b0000019cadc86f4063642d37026261319f1b0000019cadc69a8022626231626131ffff6b"
                            + "4f55545f4f465f4c494e45ff"),
            Map.entry("Blame", "0100000000000000039f63492d316c494e434944454e545f534841ff"),
            Map.entry("IncidentRef", "0100000000000000039f63492d31ff"),
            Map.entry(
                    "Incident",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f7063492d319f6473686f706a70726f647563"
                            + "74696f6e63642d376261316468696768f6ff9f687265736f6c7665640903f608ff6f494e434944454e545f4445504c4f"
                            + "59819f9f6473686f706a70726f64756374696f6eff63642d3702ffff"),
            Map.entry(
                    "Verdict",
                    "0100000000000000039f9f746769746875622e636f6d2f61636d652f73686f709f9f6473686f706a70726f6475637469"
                            + "6f6eff63642d3702ff6261316866696e697368656467737563636573739f01f60304ff1b0000019cadc86f406a464f52"
                            + "4b5f504f494e549f1b0000019cadc69a8022626231626131fff581746769746875622e636f6d2f61636d652f73686f70"
                            + "02ff6752454c45415345826f494e434944454e545f4445504c4f5968524f4c4c4241434b8163492d3166484f54464958"
                            + "9f68726f6c6c6261636b9f9f6473686f706a70726f64756374696f6eff63642d3702ff1b0000019cadc959a0ffff"),
            Map.entry(
                    "GreenBuild",
                    "0100000000000000039f1b0000019cadc784e0623137019f1b0000019cadc69a8022626231626131ffff"),
            Map.entry(
                    "LaneState",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f709f6473686f706a70726f64756374696f6e"
                            + "fff59f1b0000019cadc86f4063642d37026261319f1b0000019cadc69a8022626231626131ffff03766769746875622e"
                            + "636f6d2f61636d652f73686f7023311b0000019cadc69a809f63642d38016777616974696e671b0000019cadc784e0ff"
                            + "ff"),
            Map.entry(
                    "Waiting",
                    "0100000000000000039f766769746875622e636f6d2f61636d652f73686f7023311b0000019cadc69a80ff"),
            Map.entry(
                    "DeployStart",
                    "0100000000000000039f1b0000019cadc784e063642d37026261319f1b0000019cadc69a8022626231626131ffff"),
            Map.entry("Carrier", "0100000000000000039f626131ff"),
            Map.entry("DeployRef", "0100000000000000039f9f6473686f706a70726f64756374696f6eff63642d3702ff"),
            Map.entry(
                    "CommitNode",
                    "0100000000000000039f626131f56331343263616e6e9f1b0000019cadc69a8022626231626131ff9f1b0000019cad8f"
                            + "ac0081646361727481627a39686173736973746564ff9ff6f680f6ff9f858162703181626131808081626231ff1b0000"
                            + "019cb0fe9400ff"),
            Map.entry(
                    "MainCommit",
                    "0100000000000000039f9f1b0000019cadc69a8022626231626131ff9f819f766769746875622e636f6d2f61636d652f"
                            + "73686f7023316763617272696564ffffff"),
            Map.entry("ForkPoint", "0100000000000000039f9f1b0000019cadc69a8022626231626131ff81627831ff"),
            Map.entry(
                    "Change",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f70766769746875622e636f6d2f61636d652f"
                            + "73686f7023316131819f9f1b0000019cadc69a8022626231626131ff677375626a65637463616e6e9f1b0000019cad8f"
                            + "ac0081646361727481627a39686173736973746564ffff9f666d657267656409f5f59f05f608ff9f63616e6e6568756d"
                            + "616e686173736973746564f66132f5ff9f819f06f668617070726f7665646568756d616effff9f81068107ffff9ff6f6"
                            + "80f6fff481766769746875622e636f6d2f61636d652f73686f70233281626131ff"),
            Map.entry(
                    "Lanes",
                    "0100000000000000039f819f6473686f706a70726f64756374696f6eff819f6473686f706a70726f64756374696f6eff"
                            + "ff"),
            Map.entry(
                    "Delivery",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f70766769746875622e636f6d2f61636d652f"
                            + "73686f7023319f6473686f706a70726f64756374696f6eff9f1b0000019cadc86f4063642d37026261319f1b0000019c"
                            + "adc69a8022626231626131ffff68706f736974696f6ef61b0000019cadc69a809f870102030405060787f5f5f4f5f5f5"
                            + "f504f6ff9f6b4445504c4f595f574149541b0000019cadc784e09f1b0000019cadc69a8022626231626131ffff9f01f6"
                            + "03ff686173736973746564ff"),
            Map.entry(
                    "Deploy",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f709f9f6473686f706a70726f64756374696f"
                            + "6eff63642d3702ff6261316866696e697368656467737563636573739f01f60304ff1b0000019cadc86f406a464f524b"
                            + "5f504f494e549f1b0000019cadc69a8022626231626131fff581746769746875622e636f6d2f61636d652f73686f7002"
                            + "ff"),
            Map.entry("DeployedCommit", "0100000000000000039f81627031ff"),
            Map.entry(
                    "Finish",
                    "0100000000000000039f1b0000019cadc86f4063642d37026261319f1b0000019cadc69a8022626231626131ffff"),
            Map.entry(
                    "Build",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f709f62313701ff6263696261316470757368"
                            + "646d61696e646d61696ef66974696d65645f6f75741b0000019cadc784e09f1b0000019cadc69a8022626231626131ff"
                            + "9f1b0000019cadc69a80f6f6f61b0000019cadc70fb0ff02ff"),
            Map.entry("BuildRef", "0100000000000000039f62313701ff"),
            Map.entry(
                    "Step",
                    "0100000000000000039f9f1b0000019cadc69a8022626231626131ff1b0000019cadc784e09f62313701fff4ff"),
            Map.entry(
                    "Episode",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f706263699f9f1b0000019cadc69a80226262"
                            + "31626131ff1b0000019cadc784e09f62313701fff4fff69f0203ff81766769746875622e636f6d2f61636d652f73686f"
                            + "702331ff"),
            Map.entry("End", "0100000000000000039f1b0000019cadc784e09f62313701fff4ff"),
            Map.entry(
                    "FirstVerdict",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f706263696261311b0000019cadc784e0f41b"
                            + "0000019cadc86f40ff"),
            Map.entry(
                    "FirstRun",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f706b4d455247455f51554555456261319f1b"
                            + "0000019cadc784e09f62313701fff4ffff"),
            Map.entry(
                    "NextGreen",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f706263699f1b0000019cadc784e09f623137"
                            + "01fff4fff6ff"),
            Map.entry(
                    "Job",
                    "0100000000000000039f64756e69749f746769746875622e636f6d2f61636d652f73686f709f62313701ff6263696261"
                            + "316470757368646d61696e646d61696ef66974696d65645f6f75741b0000019cadc784e09f1b0000019cadc69a802262"
                            + "6231626131ff9f1b0000019cadc69a80f6f6f61b0000019cadc70fb0ff02ffff"),
            Map.entry(
                    "Completeness",
                    "0100000000000000039f746769746875622e636f6d2f61636d652f73686f70612a0102bf674c414e44494e4701ff039ff6f6040506"
                            + "07ffff"),
            Map.entry(
                    "WindowSums",
                    "0100000000000000039f9f694c4541445f54494d456a5245504f5349544f5259746769746875622e636f6d2f61636d"
                            + "652f73686f70846473686f706a70726f64756374696f6e612a6b73747265616d676175676564484f55521b0000019c"
                            + "adc69a80ffbf7264656c69766572795f6c6561645f74696d659f9f031a0001d4c09f829f2001ff9f19022602ffffff"
                            + "bf716578636c756465645f626173656c696e6504ffffffbfffff"),
            Map.entry("Watched", "0100000000000000039f81766769746875622e636f6d2f61636d652f73686f702331ff"),
            Map.entry("RequestNode", "0100000000000000039f613167646576656c6f70f681646d61696e8162613181626231f5ff"),
            Map.entry("Branch", "0100000000000000039f646d61696ef51b0000019cb0fe9400ff"),
            Map.entry("RequestName", "0100000000000000039f6131ff"),
            Map.entry("Reverters", "0100000000000000039f81766769746875622e636f6d2f61636d652f73686f702332ff"));

    /** Notes the type of each table that the models ask for. */
    private static final class Census implements Tables {
        private final TreeTables tables = new TreeTables();
        private final Set<Class<?>> types = new HashSet<>();

        @Override
        public <V> Table<V> table(TableSpec<V> spec) {
            types.add(spec.type());
            return tables.table(spec);
        }
    }

    static Stream<Record> rows() {
        return GoldenRows.all().stream();
    }

    @SuppressWarnings("unchecked") // a row is of its own class
    private static Codec<Record> codec(Record row) {
        return new Codec<>("rows", (Class<Record>) row.getClass());
    }

    private static byte[] golden(Record row) {
        return HexFormat.of().parseHex(HEX.getOrDefault(row.getClass().getSimpleName(), ""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowsAreStillWrittenAsTheyWere(Record row) {
        // Given
        Codec<Record> codec = codec(row);

        // When
        byte[] bytes = codec.write(new Row<>(row, 3));

        // Then
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(HexFormat.of().formatHex(golden(row)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowsThatWereWrittenCanStillBeRead(Record row) {
        // Given
        byte[] bytes = golden(row);

        // When
        Row<Record> back = codec(row).read(bytes);

        // Then
        assertThat(back).isEqualTo(new Row<>(row, 3));
    }

    @Test
    void thereIsAGoldenRowForEachTable() {
        // Given
        Census census = new Census();

        // When
        new Assembly(census);
        new Aggregation(census);

        // Then
        assertThat(GoldenRows.all()).extracting(Object::getClass).containsAll(census.types);
    }
}
