package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a table of section 11 of docs/metrics.md states: the columns that are headed by the name of a field.
 *
 * @param fields these fields, each with the number of its column
 * @param rows their cells, parted by a bar; of a calculation the result
 */
record PageTable(Map<String, Integer> fields, List<String> rows) {

    private static final BigDecimal MINUTE = new BigDecimal(60_000);
    private static final String EQUALS = " = ";

    /**
     * Reads a table.
     *
     * @param section for example 11.1
     * @param number of the table in it, from 1
     */
    static PageTable of(String section, int number) throws IOException {
        List<List<String>> tables = new ArrayList<>(List.of(new ArrayList<>()));
        Files.readAllLines(OutsideData.root().resolve("docs/metrics.md")).stream()
                .dropWhile(line -> !line.startsWith("### " + section + " "))
                .skip(1)
                .takeWhile(line -> !line.startsWith("##"))
                .forEach(line -> {
                    if (line.startsWith("|")) {
                        tables.get(tables.size() - 1).add(line);
                    } else if (!tables.get(tables.size() - 1).isEmpty()) {
                        tables.add(new ArrayList<>());
                    }
                });
        return of(tables.get(number - 1));
    }

    private static PageTable of(List<String> lines) {
        List<String> heads = cells(lines.get(0));
        Map<String, Integer> fields = new LinkedHashMap<>();
        for (String head : heads) {
            if (head.matches("`[a-z_]+`")) {
                fields.put(head.replace("`", ""), heads.indexOf(head));
            }
        }
        return new PageTable(
                fields, lines.stream().skip(2).map(line -> stated(line, fields)).toList());
    }

    private static String stated(String line, Map<String, Integer> fields) {
        List<String> cells = cells(line);
        return fields.values().stream()
                .map(cells::get)
                .map(cell -> cell.contains(EQUALS) ? cell.substring(cell.lastIndexOf(EQUALS) + EQUALS.length()) : cell)
                .collect(Collectors.joining(" | "));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    /** Rows of a report as the table would state them. */
    List<String> told(List<ObjectNode> published) {
        return published.stream()
                .map(row -> fields.keySet().stream()
                        .map(field -> cell(field, row.required(field)))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    /** Times of the day, minutes, and names without the repository. */
    private static String cell(String field, JsonNode value) {
        if (value.isNull()) {
            return "-";
        }
        if (field.endsWith("_ms")) {
            BigDecimal minutes = value.decimalValue().divide(MINUTE, 3, RoundingMode.HALF_UP);
            return (minutes.signum() == 0 ? "0" : minutes.stripTrailingZeros().toPlainString()) + " min";
        }
        return value.asText()
                .replaceAll("example\\.org/docs/[a-z-]+(?=[#@])", "")
                .replaceAll("([0-9a-f]{2})\\1{19}", "$1")
                .replaceAll("2026-03-02T(\\d\\d:\\d\\d):00\\.000Z", "$1");
    }
}
