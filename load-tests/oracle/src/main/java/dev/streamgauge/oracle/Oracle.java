package dev.streamgauge.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/**
 * Computes every fact and aggregate from events in their JSON form, in one batch. Each line must be an event that the
 * processors accept. Neither the order of the lines nor their repetition matters.
 *
 * <p>One oracle holds one DuckDB in memory and may compute any number of times; it is not thread-safe. Of a million events there are
 * two and a half millions of rows: those who take them all at once need about 4 GB of heap.
 */
public final class Oracle implements AutoCloseable {

    private static final long ONE_MEBIBYTE = 1 << 20;

    private final Connection duckdb;
    private final List<String> questions;

    private Oracle(Connection duckdb, List<String> questions) {
        this.duckdb = duckdb;
        this.questions = questions;
    }

    /** Starts an oracle with the default settings. */
    public static Oracle open() {
        return open(OracleSettings.DEFAULTS);
    }

    /** Starts an oracle. */
    public static Oracle open(OracleSettings settings) {
        try {
            Oracle oracle = new Oracle(DriverManager.getConnection("jdbc:duckdb:", streaming()), Questions.all());
            oracle.execute(Questions.words());
            oracle.execute(settings.sql());
            return oracle;
        } catch (SQLException e) {
            throw new OracleException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    private static Properties streaming() {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return properties;
    }

    /** The sections of one file of events, by an oracle of its own. */
    public static Map<String, List<ObjectNode>> over(Path ndjson) {
        return over(List.of(ndjson));
    }

    /** The sections of several files of events taken together, by an oracle of its own. */
    public static Map<String, List<ObjectNode>> over(List<Path> ndjson) {
        try (Oracle oracle = open()) {
            return oracle.computeFiles(ndjson);
        }
    }

    /**
     * The sections of the events in these lines.
     *
     * @return the rows by section title ({@link Section}), sorted by their keys; without revision, computed_at, histogram
     * @throws OracleException if a line cannot be read as an event
     */
    public Map<String, List<ObjectNode>> compute(List<String> lines) {
        try {
            Path file = Files.createTempFile("oracle", ".ndjson");
            try {
                Files.write(file, lines);
                return computeFiles(List.of(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the oracle cannot keep its lines in a temporary file", e);
        }
    }

    /** The same for the lines of these files. */
    public Map<String, List<ObjectNode>> computeFiles(List<Path> ndjson) {
        read(ndjson);
        Map<String, List<ObjectNode>> sections = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            sections.put(section.title(), rows(section, Oracle::all));
        }
        return sections;
    }

    private static List<ObjectNode> all(Iterator<ObjectNode> rows) {
        List<ObjectNode> all = new ArrayList<>();
        Map<JsonNode, JsonNode> texts = new HashMap<>();
        rows.forEachRemaining(row -> all.add(shared(row, texts)));
        return all;
    }

    /** Most texts are in many rows; each is kept once. */
    private static ObjectNode shared(ObjectNode row, Map<JsonNode, JsonNode> texts) {
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            JsonNode value = field.getValue();
            if (value.isTextual()) {
                field.setValue(texts.computeIfAbsent(value, text -> text));
            }
        }
        return row;
    }

    /** Computes from the lines of these files; then {@link #rows} has them. */
    public void read(List<Path> ndjson) {
        execute("SET threads = " + threads(ndjson));
        execute("SET VARIABLE files = " + literal(ndjson));
        questions.forEach(this::execute);
    }

    /**
     * Shows somebody the rows of a section, one after the other, sorted by their keys: all of them may be more than fit into memory.
     *
     * @param reader must have done with them when it answers
     */
    public <T> T rows(Section section, Function<Iterator<ObjectNode>, T> reader) {
        String sql = "SELECT to_json(s) FROM %s AS s ORDER BY %s".formatted(section.title(), orderBy(section));
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return reader.apply(new ResultRows(result));
        } catch (SQLException e) {
            throw new OracleException(firstLine(sql) + " -> " + e.getMessage(), e);
        }
    }

    /** A small history is done sooner than a second thread has been told of it. */
    private static int threads(List<Path> files) {
        long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
        return bytes < ONE_MEBIBYTE ? 1 : Runtime.getRuntime().availableProcessors();
    }

    private static String literal(List<Path> files) {
        return files.stream()
                .map(file -> "'" + file.toAbsolutePath().toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void execute(String sql) {
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new OracleException(firstLine(sql) + " -> " + e.getMessage(), e);
        }
    }

    /** The first column of what a query yields over the tables of the last computation. */
    List<String> query(String sql) {
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new OracleException(firstLine(sql) + " -> " + e.getMessage(), e);
        }
    }

    private static String firstLine(String sql) {
        return sql.lines().findFirst().orElse("");
    }

    private static String orderBy(Section section) {
        return section.key().stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        try {
            duckdb.close();
        } catch (SQLException e) {
            throw new OracleException("DuckDB does not stop: " + e.getMessage(), e);
        }
    }
}
