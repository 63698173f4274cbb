package dev.streamgauge.standalone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Lays rows out in columns: texts to the left, numbers to the right, a dash for what is missing. */
public final class TableWriter {

    private static final String GAP = "  ";
    private static final String MISSING = "-";

    private final List<List<Object>> rows = new ArrayList<>();
    private final List<String> header;

    public TableWriter(String... header) {
        this.header = List.of(header);
    }

    /**
     * Adds a row.
     *
     * @param cells as many as the header has; null is missing
     * @throws IllegalArgumentException if the number is another
     */
    public TableWriter row(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
        }
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(Objects.requireNonNullElse(cell, MISSING));
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table, each line with its end. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        line(out, header);
        rows.forEach(row -> line(out, row));
        return out.toString();
    }

    private void line(StringBuilder out, List<?> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String text = text(cells.get(column));
            String padding = " ".repeat(width(column) - length(text));
            line.append(column == 0 ? "" : GAP);
            line.append(isNumeric(column) ? padding + text : text + padding);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int width = length(header.get(column));
        for (List<Object> row : rows) {
            width = Math.max(width, length(text(row.get(column))));
        }
        return width;
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell instanceof Number || cell.equals(MISSING));
    }

    private static String text(Object cell) {
        String text = cell instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : cell.toString();
        return text.replaceAll("\\p{Cntrl}", " "); // A branch's name must neither break the table nor move the cursor.
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
