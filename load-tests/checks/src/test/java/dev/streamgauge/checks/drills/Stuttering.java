package dev.streamgauge.checks.drills;

import java.util.Iterator;

/** Events, one of which is told again and again while it stutters: that changes nothing, so there are no results. */
final class Stuttering<T> implements Iterator<T> {

    private final Iterator<T> events;
    private volatile boolean stutters;
    private T last;

    Stuttering(Iterator<T> events) {
        this.events = events;
    }

    void stutter(boolean now) {
        stutters = now;
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public T next() {
        if (!stutters || last == null) {
            last = events.next();
        }
        return last;
    }
}
