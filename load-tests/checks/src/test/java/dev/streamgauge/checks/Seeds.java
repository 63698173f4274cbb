package dev.streamgauge.checks;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which histories a test tries. {@code -Dstreamgauge.histories=20000} tries more of them than the build has time for, {@code
 * -Dstreamgauge.seed=17} only one.
 */
public final class Seeds {

    private static final int BLOCK = 50;
    private static final String COUNT = "streamgauge.histories";
    private static final String ONE = "streamgauge.seed";

    private Seeds() {}

    /** From 1 to as many as asked for, or else to the usual number. */
    public static LongStream upTo(long usual) {
        Long one = Long.getLong(ONE);
        return one == null ? LongStream.rangeClosed(1, Long.getLong(COUNT, usual)) : LongStream.of(one);
    }

    /** The same in blocks, so that a long run does not hold all of its histories at once. */
    public static Stream<List<Long>> blocks(long usual) {
        return blocks(upTo(usual));
    }

    /** Seeds in blocks. */
    public static Stream<List<Long>> blocks(LongStream seeds) {
        List<Long> all = seeds.boxed().toList();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + BLOCK)
                .mapToObj(from -> all.subList(from, Math.min(from + BLOCK, all.size())));
    }

    /** What a developer types to see one of them fail again. */
    public static String command(Class<?> test, long seed) {
        return "mvn -pl load-tests/checks -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=%s -D%s=%d"
                .formatted(test.getSimpleName(), ONE, seed);
    }
}
