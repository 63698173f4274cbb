package dev.streamgauge.oracle.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How the page writes a value: minutes, times of 2 March, rates with three decimals, commits by their first two digits. */
final class Cell {

    private static final Pattern COMMIT = Pattern.compile("([0-9a-f]{2})\\1{19}");
    private static final Pattern REPOSITORY = Pattern.compile("example\\.org/docs/[a-z-]+(?=[#@])");
    private static final BigDecimal MINUTE = new BigDecimal(60_000);

    private Cell() {}

    static String of(String field, JsonNode value) {
        if (value.isNull() || (value.isArray() && value.isEmpty())) {
            return "-";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(item -> of(field, item))
                    .collect(Collectors.joining(", "));
        }
        if (value.isNumber()) {
            return number(field, value.decimalValue());
        }
        return text(value.asText());
    }

    private static String number(String field, BigDecimal value) {
        boolean duration = field.endsWith("_ms");
        BigDecimal shown = (duration ? value.divide(MINUTE, 3, RoundingMode.HALF_UP) : value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return (shown.signum() == 0 ? "0" : shown.toPlainString()) + (duration ? " min" : "");
    }

    private static String text(String text) {
        return REPOSITORY
                .matcher(COMMIT.matcher(text).replaceAll("$1"))
                .replaceAll("")
                .replace("2026-03-02T", "")
                .replace("T", " ")
                .replace(":00.000Z", "");
    }
}
