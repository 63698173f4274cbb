package dev.streamgauge.processors.watch;

import java.util.Arrays;

/** When builds finished, and whether they were successes: a sorted array, because there are many. */
final class Outcomes {

    private static final long[] NONE = {};

    /** Each twice its finish, and one more for a success. */
    private long[] sorted = NONE;

    private int size;

    /** What finished in some time. */
    record Share(int builds, int successes) {

        double successRate() {
            return (double) successes / builds;
        }
    }

    void add(long at, boolean success) {
        long outcome = outcome(at, success);
        int place = Arrays.binarySearch(sorted, 0, size, outcome);
        int index = place < 0 ? -place - 1 : place;
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, Math.max(8, size * 2));
        }
        System.arraycopy(sorted, index, sorted, index + 1, size - index);
        sorted[index] = outcome;
        size++;
    }

    void remove(long at, boolean success) {
        int place = Arrays.binarySearch(sorted, 0, size, outcome(at, success));
        if (place >= 0) {
            System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
            size--;
        }
    }

    /** Drops what finished at or before an instant. */
    void forgetUpTo(long at) {
        int from = firstAfter(at);
        if (from > 0) {
            sorted = Arrays.copyOfRange(sorted, from, size);
            size = sorted.length;
        }
    }

    /** Those that finished after one instant, and not after the other. */
    Share within(long after, long upTo) {
        int to = firstAfter(upTo);
        int builds = 0;
        int successes = 0;
        for (int i = firstAfter(after); i < to; i++) {
            builds++;
            successes += (int) (sorted[i] & 1);
        }
        return new Share(builds, successes);
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int firstAfter(long at) {
        int place = Arrays.binarySearch(sorted, 0, size, outcome(at + 1, false));
        int index = place < 0 ? -place - 1 : place;
        while (index > 0 && sorted[index - 1] == outcome(at + 1, false)) {
            index--; // of several equal ones, any may have been found
        }
        return index;
    }

    private static long outcome(long at, boolean success) {
        return 2 * at + (success ? 1 : 0);
    }
}
