package dev.streamgauge.processors.landings;

import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/** The order of request numbers: by number where they are numbers, then by text. */
final class RequestNumber {

    private static final Comparator<String> ORDER =
            Comparator.comparingLong(RequestNumber::value).thenComparing(Text.ORDER);

    private RequestNumber() {}

    static String smallest(String a, String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return ORDER.compare(a, b) <= 0 ? a : b;
    }

    private static long value(String request) {
        boolean number =
                !request.isEmpty() && request.length() <= 18 && request.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(request) : Long.MAX_VALUE;
    }
}
