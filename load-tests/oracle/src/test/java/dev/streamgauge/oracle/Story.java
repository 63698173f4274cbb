package dev.streamgauge.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the oracle makes of some lines; its rows are told in short, "-" for null, without the usual repository and date. */
record Story(Map<String, List<ObjectNode>> sections) {

    static final Oracle ORACLE = Oracle.open();

    static Story of(Line... lines) {
        return new Story(ORACLE.compute(Arrays.stream(lines).map(Line::toString).toList()));
    }

    /** These fields of each row of a section, parted by a space. */
    List<String> told(String section, String... fields) {
        return sections.get(section).stream()
                .map(row -> Arrays.stream(fields)
                        .map(field -> shortened(row.get(field)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The same for the rows of hourly windows of one workflow or metric only. */
    List<String> hourly(String section, String name, String... fields) {
        List<ObjectNode> rows = sections.get(section).stream()
                .filter(row -> row.get("window").asText().equals("hour"))
                .filter(row -> row.path("workflow").asText().equals(name)
                        || row.path("metric").asText().equals(name))
                .toList();
        return new Story(Map.of(section, rows)).told(section, fields);
    }

    private static String shortened(JsonNode value) {
        if (value.isNull()) {
            return "-";
        }
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.replace(Line.SHOP, "").replace("2026-03-02T", "").replace(":00.000Z", "");
    }
}
