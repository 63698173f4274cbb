package dev.streamgauge.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sections of a report: the facts, then the aggregates, each with the fields of its key in order. */
public enum Section {
    CHANGES("repository change"),
    DELIVERIES("repository change service environment"),
    DEPLOYS("repository service environment deploy_id attempt"),
    LANES("repository service environment"),
    INCIDENTS("repository incident_id"),
    RED_EPISODES("repository workflow red_run_id red_attempt"),
    LEAD_TIME("scope name service environment ai_evidence profile metric window window_start"),
    MAIN_BRANCH("scope name workflow profile window window_start"),
    TIME_TO_GREEN("scope name workflow profile window window_start"),
    DEPLOYMENTS("scope name service environment window window_start"),
    FLOW("scope name service environment ai_evidence window window_start"),
    THROUGHPUT("scope name branch_class window window_start"),
    MERGE_QUEUE("scope name window window_start"),
    BUILD_TIMES("scope name workflow job metric window window_start"),
    COMPLETENESS("repository source");

    /** Parted by a space: a list in an enum would have to be trusted not to change. */
    private final String key;

    Section(String key) {
        this.key = key;
    }

    /** The section's name in a report, which is also the name of its view in the SQL. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fields of the key record, in its order. Rows are sorted by them. */
    public List<String> key() {
        return List.of(key.split(" ", -1));
    }

    /** The sections of a written report, flat; a section that is not there is empty. */
    public static Map<String, List<ObjectNode>> ofReport(JsonNode report) {
        Map<String, List<ObjectNode>> sections = new LinkedHashMap<>();
        for (Section section : values()) {
            String group = section.compareTo(LEAD_TIME) < 0 ? "facts" : "aggregates";
            List<ObjectNode> rows = new ArrayList<>();
            report.path(group).path(section.title()).forEach(row -> rows.add((ObjectNode) row));
            sections.put(section.title(), rows);
        }
        return sections;
    }
}
