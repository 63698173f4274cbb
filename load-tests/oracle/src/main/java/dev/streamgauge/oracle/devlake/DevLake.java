package dev.streamgauge.oracle.devlake;

import dev.streamgauge.oracle.OracleException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What DevLake answers over a folder of its tables, each a file {@code <table>.csv} with a header.
 *
 * <p>A row is a map from column to text, in the order of the columns; a null is the empty text, a duration is in whole
 * minutes, a time is like {@code 2023-04-11T04:53:47.000+00:00}.
 *
 * @param folder the folder
 * @param files the files of those tables that are not read from the folder under their own name
 */
public record DevLake(Path folder, Map<String, Path> files) {

    public DevLake {
        files = Map.copyOf(files);
    }

    public static DevLake over(Path folder) {
        return new DevLake(folder, Map.of());
    }

    /** The same, with one table from another file. */
    public DevLake with(String table, Path csv) {
        Map<String, Path> more = new HashMap<>(files);
        more.put(table, csv);
        return new DevLake(folder, more);
    }

    /**
     * The rows that DevLake computes for a project. Of the files only those that the question needs are read.
     *
     * @throws OracleException if a table is missing or has not the columns that DevLake gives it
     */
    public List<Map<String, String>> answer(Question question, String project) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (String table : question.tables()) {
                statement.execute("CREATE TABLE " + table + " AS " + select(table));
            }
            statement.execute("SET VARIABLE project = " + literal(project));
            for (String rules : question.rules()) {
                statement.execute(rules);
            }
            return rows(statement, "FROM " + question.view() + " ORDER BY ALL");
        } catch (SQLException e) {
            throw failure(question.view(), e);
        }
    }

    /** The rows of a table as its file has them, in its order. */
    public List<Map<String, String>> table(String table) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            return rows(statement, select(table));
        } catch (SQLException e) {
            throw failure(table, e);
        }
    }

    private OracleException failure(String what, SQLException e) {
        return new OracleException("DevLake's " + what + " over " + folder + " -> " + e.getMessage(), e);
    }

    private String select(String table) {
        Path csv = files.getOrDefault(table, folder.resolve(table + ".csv"));
        return "FROM read_csv(" + literal(csv.toAbsolutePath().toString())
                + ", header = true, all_varchar = true, delim = ',')";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static List<Map<String, String>> rows(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            String text = result.getString(column);
            row.put(result.getMetaData().getColumnName(column), text == null ? "" : text);
        }
        return row;
    }
}
