package dev.streamgauge.standalone.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.standalone.cli.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Writes a report as JSON, section by section, and counts its rows. */
public final class ReportWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Report report;
    private final TableWriter counts = new TableWriter("what", "records");

    public ReportWriter(Report report) {
        this.report = report;
    }

    /**
     * Writes the report.
     *
     * @param out where to; may be a null writer, when only the counts are wanted
     */
    public void write(Writer out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeStringField("definition", "1");
            Instant asOf = asOf();
            json.writeStringField("as_of", asOf == null ? null : asOf.toString());
            List<ObjectNode> red = writeGroup(json, "facts", Rows.FACTS.keySet());
            writeGroup(json, "aggregates", Rows.AGGREGATES.keySet());
            writeNow(json, red, asOf);
            json.writeFieldName("dead_letters");
            MAPPER.writeTree(json, report.deadLetters().toJson());
            json.writeEndObject();
            json.writeRaw('\n');
        }
        counts.row("dead letters", report.deadLetters().total());
    }

    /** How many rows each section has. */
    public String counts() {
        return counts.toString();
    }

    private Instant asOf() throws IOException {
        AtomicReference<Instant> latest = new AtomicReference<>();
        report.each("completeness", row -> {
            JsonNode last = row.get("last_event_at");
            if (!last.isNull()) { // a source that was only looked at has told of nothing
                latest.accumulateAndGet(
                        instant(last), (known, next) -> known == null || next.isAfter(known) ? next : known);
            }
        });
        return latest.get();
    }

    /** Answers the episodes that are still red. */
    private List<ObjectNode> writeGroup(JsonGenerator json, String group, Collection<String> names) throws IOException {
        List<ObjectNode> red = new ArrayList<>();
        json.writeObjectFieldStart(group);
        for (String name : names) {
            AtomicLong rows = new AtomicLong();
            json.writeArrayFieldStart(name);
            report.each(name, row -> {
                write(json, row);
                rows.incrementAndGet();
                if (name.equals("red_episodes") && row.get("ended_at").isNull()) {
                    red.add(row);
                }
            });
            json.writeEndArray();
            counts.row(name.replace('_', ' '), rows.get());
        }
        json.writeEndObject();
        return red;
    }

    private static void write(JsonGenerator json, ObjectNode row) {
        try {
            MAPPER.writeTree(json, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeNow(JsonGenerator json, List<ObjectNode> red, Instant asOf) throws IOException {
        json.writeObjectFieldStart("now");
        json.writeArrayFieldStart("red");
        for (ObjectNode episode : red) {
            JsonNode since = episode.get("started_at");
            json.writeStartObject();
            json.writeStringField("repository", episode.get("repository").asText());
            json.writeStringField("workflow", episode.get("workflow").asText());
            json.writeStringField("red_since", since.asText());
            json.writeNumberField(
                    "red_for_ms", Duration.between(instant(since), asOf).toMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Instant instant(JsonNode time) {
        return Instant.parse(time.asText());
    }
}
