package dev.streamgauge.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far streamed sections agree with the expected ones: exactly, but for quantiles, which may be 1 % off, and for rates,
 * of which the last bits may differ.
 *
 * @param differences in the order of the sections; empty if they agree
 */
public record Comparison(List<Difference> differences) {

    /** Fields that are not compared; a row may leave them out. */
    public static final Set<String> IGNORED = Set.of("revision", "computed_at", "histogram", "recovery_histogram");

    private static final Pattern QUANTILES = Pattern.compile("(recovery_)?(p50|p75|p90|p95|max)_ms");
    private static final BigDecimal LAST_BITS = new BigDecimal("1e-12");

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Compares all sections; a section that is not in a map has no rows. */
    public static Comparison of(Map<String, List<ObjectNode>> streamed, Map<String, List<ObjectNode>> expected) {
        List<Difference> differences = new ArrayList<>();
        for (Section section : Section.values()) {
            List<ObjectNode> actual = streamed.getOrDefault(section.title(), List.of());
            compareRows(section, actual, expected.getOrDefault(section.title(), List.of()), differences);
        }
        return new Comparison(differences);
    }

    /** Compares one section. */
    public static Comparison of(Section section, List<ObjectNode> streamed, List<ObjectNode> expected) {
        List<Difference> differences = new ArrayList<>();
        compareRows(section, streamed, expected, differences);
        return new Comparison(differences);
    }

    /** Whether there is no difference. */
    public boolean agrees() {
        return differences.isEmpty();
    }

    /** The first differences in words, one a line, and how many there are besides. */
    public String describe(int limit) {
        String shown =
                differences.stream().limit(limit).map(Difference::toString).collect(Collectors.joining("\n"));
        int rest = differences.size() - limit;
        return rest > 0 ? shown + "\nand " + rest + " more" : shown;
    }

    private static void compareRows(
            Section section, List<ObjectNode> actual, List<ObjectNode> expected, List<Difference> differences) {
        Map<String, ObjectNode> left = new LinkedHashMap<>();
        for (ObjectNode row : actual) {
            String key = key(section, row);
            if (left.put(key, row) != null) {
                differences.add(new Difference(section.title(), key, "", "", "a second row of this key"));
            }
        }
        for (ObjectNode row : expected) {
            String key = key(section, row);
            ObjectNode other = left.remove(key);
            if (other == null) {
                differences.add(new Difference(section.title(), key, "", row.toString(), ""));
            } else {
                compareFields(new Difference(section.title(), key, "", "", ""), other, row, differences);
            }
        }
        left.forEach((key, row) -> differences.add(new Difference(section.title(), key, "", "", row.toString())));
    }

    /** Compares all but the key. */
    static void compareFields(Difference at, ObjectNode actual, ObjectNode expected, List<Difference> differences) {
        Set<String> fields = new LinkedHashSet<>();
        expected.fieldNames().forEachRemaining(fields::add);
        actual.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(IGNORED);
        for (String field : fields) {
            JsonNode left = actual.path(field);
            JsonNode right = expected.path(field);
            if (!same(field, left, right)) {
                differences.add(new Difference(at.section(), at.key(), field, right.toString(), left.toString()));
            }
        }
    }

    private static boolean same(String field, JsonNode actual, JsonNode expected) {
        if (!actual.isNumber() || !expected.isNumber()) {
            return actual.equals(expected);
        }
        BigDecimal distance =
                actual.decimalValue().subtract(expected.decimalValue()).abs();
        return distance.compareTo(allowed(field, expected)) <= 0;
    }

    private static BigDecimal allowed(String field, JsonNode expected) {
        BigDecimal size = expected.decimalValue().abs();
        if (QUANTILES.matcher(field).matches()) {
            return size.movePointLeft(2);
        }
        return expected.isIntegralNumber()
                ? BigDecimal.ZERO
                : size.max(BigDecimal.ONE).multiply(LAST_BITS);
    }

    /** A row's key, in words. */
    static String key(Section section, ObjectNode row) {
        return section.key().stream().map(field -> row.path(field).asText()).collect(Collectors.joining(" / "));
    }
}
