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
        return of(ORACLE, lines);
    }

    /** A story told by an oracle with settings of its own. */
    static Story of(OracleSettings settings, Line... lines) {
        try (Oracle oracle = Oracle.open(settings)) {
            return of(oracle, lines);
        }
    }

    private static Story of(Oracle oracle, Line... lines) {
        return new Story(oracle.compute(Arrays.stream(lines).map(Line::toString).toList()));
    }

    /** These fields of each row of a section, parted by a space. */
    List<String> told(String section, String... fields) {
        return sections.get(section).stream()
                .map(row -> Arrays.stream(fields)
                        .map(field -> shortened(row.get(field)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The same for the rows of the repository's own hours of one workflow or metric only, for all evidence, in our own terms. */
    List<String> hourly(String section, String name, String... fields) {
        return where("window", "hour")
                .where("scope", "repository")
                .where("ai_evidence", "*")
                .where("profile", "streamgauge")
                .where(section.equals("lead_time") || section.equals("build_times") ? "metric" : "workflow", name)
                .told(section, fields);
    }

    /** The rows that have this value in this field, or no such field. */
    Story where(String field, String value) {
        return new Story(sections.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        section -> section.getValue().stream()
                                .filter(row -> !row.has(field)
                                        || row.get(field).asText().equals(value))
                                .toList())));
    }

    private static String shortened(JsonNode value) {
        if (value.isNull()) {
            return "-";
        }
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.replaceAll(Line.SHOP + "(?=[#@])", "")
                .replace("2026-03-02T", "")
                .replace(":00.000Z", "");
    }
}
