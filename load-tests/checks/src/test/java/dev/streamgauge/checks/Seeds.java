package dev.streamgauge.checks;

import java.util.stream.LongStream;

/**
 * Which histories a test tries. {@code -Dstreamgauge.histories=20000} tries more of them than the build has time for, {@code
 * -Dstreamgauge.seed=17} only one.
 */
final class Seeds {

    private static final String COUNT = "streamgauge.histories";
    private static final String ONE = "streamgauge.seed";

    private Seeds() {}

    /** From 1 to as many as asked for, or else to the usual number. */
    static LongStream upTo(long usual) {
        Long one = Long.getLong(ONE);
        return one == null ? LongStream.rangeClosed(1, Long.getLong(COUNT, usual)) : LongStream.of(one);
    }

    /** What a developer types to see one of them fail again. */
    static String command(Class<?> test, long seed) {
        return "mvn -f load-tests/checks/pom.xml test -Dtest=%s -D%s=%d".formatted(test.getSimpleName(), ONE, seed);
    }
}
