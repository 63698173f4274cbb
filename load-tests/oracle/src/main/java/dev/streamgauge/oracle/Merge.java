package dev.streamgauge.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Compares one section row by row. Both sides come sorted by its key, so that neither has to fit into memory. */
public final class Merge {

    private final Section section;
    private final Iterator<ObjectNode> expected;
    private final List<Difference> differences = new ArrayList<>();
    private ObjectNode next;
    private ObjectNode last;
    private long compared;

    /** @param expected the oracle's rows, sorted */
    public Merge(Section section, Iterator<ObjectNode> expected) {
        this.section = section;
        this.expected = expected;
        advance();
    }

    private void advance() {
        next = expected.hasNext() ? expected.next() : null;
    }

    /** The next streamed row. */
    public void take(ObjectNode row) {
        compared++;
        if (last != null && order(last, row) >= 0) {
            differences.add(unexpected(row, order(last, row) == 0 ? "a second row of this key" : "a row out of order"));
            return;
        }
        last = row;
        while (next != null && order(next, row) < 0) {
            missing();
        }
        if (next != null && order(next, row) == 0) {
            Comparison.compareFields(at(row), row, next, differences);
            advance();
        } else {
            differences.add(unexpected(row, row.toString()));
        }
    }

    /** There are no more. */
    public Comparison end() {
        while (next != null) {
            missing();
        }
        return new Comparison(differences);
    }

    /** How many streamed rows there were. */
    public long compared() {
        return compared;
    }

    private void missing() {
        differences.add(new Difference(section.title(), Comparison.key(section, next), "", next.toString(), ""));
        advance();
    }

    private Difference unexpected(ObjectNode row, String actual) {
        return new Difference(section.title(), Comparison.key(section, row), "", "", actual);
    }

    private Difference at(ObjectNode row) {
        return new Difference(section.title(), Comparison.key(section, row), "", "", "");
    }

    private int order(ObjectNode one, ObjectNode other) {
        for (String field : section.key()) {
            int order = order(one.path(field), other.path(field));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int order(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? Long.compare(one.longValue(), other.longValue())
                : one.asText().compareTo(other.asText());
    }
}
