package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/** The order of request numbers: by number where they are numbers, of any length, then by text. */
final class RequestNumber {

    private static final Comparator<String> ORDER = Comparator.comparing((String request) -> !isNumber(request))
            .thenComparingInt(request -> digits(request).length())
            .thenComparing(RequestNumber::digits)
            .thenComparing(Text.ORDER);

    private RequestNumber() {}

    static String smallest(String a, String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return ORDER.compare(a, b) <= 0 ? a : b;
    }

    private static boolean isNumber(String request) {
        return !request.isEmpty() && request.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A number without leading zeros: the longer is the greater. Nothing of what is not a number. */
    private static String digits(String request) {
        return isNumber(request) ? request.replaceFirst("^0+", "") : "";
    }
}
