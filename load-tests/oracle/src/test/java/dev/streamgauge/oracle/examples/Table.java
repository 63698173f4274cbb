package dev.streamgauge.oracle.examples;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a table of the page states. A column that is headed by the name of a field states that field; the others explain.
 * A table whose first column is headed "field" states one row, a field a line.
 *
 * @param fields the stated fields
 * @param rows their values, parted by a bar; of a calculation only the result, after the last equals sign
 */
record Table(List<String> fields, List<String> rows) {

    private static final Pattern FIELD = Pattern.compile("`[a-z0-9_]+`");

    Table {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /** Of the lines of a table: heads, rule, rows. */
    static Table of(List<String> lines) {
        List<String> heads = cells(lines.get(0));
        List<List<String>> rows = lines.stream().skip(2).map(Table::cells).toList();
        if (heads.get(0).equals("field")) {
            return new Table(
                    rows.stream().map(row -> plain(row.get(0))).toList(),
                    List.of(rows.stream().map(row -> result(row.get(1))).collect(Collectors.joining(" | "))));
        }
        int[] stated = IntStream.range(0, heads.size())
                .filter(i -> FIELD.matcher(heads.get(i)).matches())
                .toArray();
        return new Table(
                Arrays.stream(stated).mapToObj(i -> plain(heads.get(i))).toList(),
                rows.stream()
                        .map(row -> Arrays.stream(stated)
                                .mapToObj(i -> result(row.get(i)))
                                .collect(Collectors.joining(" | ")))
                        .toList());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String result(String cell) {
        return plain(cell.substring(cell.lastIndexOf(" = ") < 0 ? 0 : cell.lastIndexOf(" = ") + 3));
    }

    private static String plain(String cell) {
        return cell.replace("`", "");
    }
}
