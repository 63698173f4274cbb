package dev.streamgauge.oracle.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the definitions, and the folder of its examples. */
final class Docs {

    private static final Path FOLDER =
            Path.of("..", "..", "docs").toAbsolutePath().normalize();
    private static final Pattern EXAMPLE = Pattern.compile("### 11\\.\\d+ .*\\(`([a-z-]+)`");

    private Docs() {}

    /** The lines of an example. */
    static List<String> example(String name) {
        return lines(FOLDER.resolve("examples").resolve(name + ".ndjson"));
    }

    /** The names of the files of examples. */
    static Set<String> files() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("examples"))) {
            return files.map(file -> file.getFileName().toString().replace(".ndjson", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the examples", e);
        }
    }

    /** The names of the examples that have a heading of their own. */
    static Set<String> headings() {
        return lines(FOLDER.resolve("metrics.md")).stream()
                .map(EXAMPLE::matcher)
                .filter(heading -> heading.lookingAt())
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A table of a section.
     *
     * @param section its number, for example 11.1
     * @param number of the table in it, from 1
     */
    static Table table(String section, int number) {
        List<Table> tables = tables(section);
        if (number > tables.size()) {
            throw new IllegalArgumentException(
                    "section %s has %d tables, so there is no table %d".formatted(section, tables.size(), number));
        }
        Table table = tables.get(number - 1);
        if (table.fields().isEmpty()) {
            throw new IllegalArgumentException("table %d of section %s states no field".formatted(number, section));
        }
        return table;
    }

    private static List<Table> tables(String section) {
        List<Table> tables = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        lines(FOLDER.resolve("metrics.md")).stream()
                .dropWhile(line -> !line.startsWith("### " + section + " "))
                .skip(1)
                .takeWhile(line -> !line.startsWith("##"))
                .forEach(line -> {
                    if (line.startsWith("|")) {
                        rows.add(line);
                    } else if (!rows.isEmpty()) {
                        tables.add(Table.of(rows));
                        rows.clear();
                    }
                });
        return tables;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
