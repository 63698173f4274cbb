package dev.streamgauge.processors.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Merges that do not care about order or repetition: the smallest value, and the union of small sorted sets. Null is "unknown". */
public final class Lattice {

    private Lattice() {}

    /** The smaller of two values; an unknown one gives way. */
    public static <T extends Comparable<T>> T least(T a, T b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** The smaller of two texts, by their UTF-8 bytes; an unknown one gives way. */
    public static String least(String a, String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Text.ORDER.compare(a, b) <= 0 ? a : b;
    }

    /** The greater of two values; an unknown one gives way. */
    public static <T extends Comparable<T>> T greatest(T a, T b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** A sorted set with one more element; the very same list if it holds it already. */
    public static <T extends Comparable<T>> List<T> with(List<T> sorted, T element) {
        int at = Collections.binarySearch(sorted, element);
        if (at >= 0) {
            return sorted;
        }
        List<T> more = new ArrayList<>(sorted.size() + 1);
        more.addAll(sorted);
        more.add(-at - 1, element);
        return Collections.unmodifiableList(more);
    }

    public static <T extends Comparable<T>> List<T> withAll(List<T> sorted, Collection<T> elements) {
        List<T> all = sorted;
        for (T element : elements) {
            all = with(all, element);
        }
        return all;
    }

    /** A sorted set without an element; the very same list if it does not hold it. */
    public static <T extends Comparable<T>> List<T> without(List<T> sorted, T element) {
        int at = Collections.binarySearch(sorted, element);
        if (at < 0) {
            return sorted;
        }
        List<T> fewer = new ArrayList<>(sorted);
        fewer.remove(at);
        return Collections.unmodifiableList(fewer);
    }
}
