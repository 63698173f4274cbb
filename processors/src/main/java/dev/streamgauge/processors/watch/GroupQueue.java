package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertItem;
import dev.streamgauge.processors.watch.QueuePart.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A queue of a team or organisation: the sum of its parts, which are taken off and added one by one. */
final class GroupQueue implements Depth {

    private static final Comparator<AlertItem> OLDEST =
            Comparator.comparingLong(AlertItem::since).thenComparing(AlertItem::item);
    private static final Comparator<Part> BY_OLDEST = Comparator.<Part>comparingLong(
                    part -> part.sums().oldest().get(0).since())
            .thenComparing(Part::repository);

    private final Map<String, Sums> parts = new HashMap<>();
    private final NavigableMap<Long, Long> minutes = new TreeMap<>();
    private final NavigableSet<Part> byOldest = new TreeSet<>(BY_OLDEST);
    private long depth;
    private long arrivals;
    private long departures;
    private long expired;
    private Depths depths = Depths.NOTHING;
    private boolean changed;

    private record Part(String repository, Sums sums) {}

    /** Takes the part as it was known off, and adds it as it is now; null: nothing any longer. */
    void put(String repository, Sums sums) {
        Sums known = sums == null ? parts.remove(repository) : parts.put(repository, sums);
        if (known != null) {
            add(repository, known, -1);
        }
        if (sums != null) {
            add(repository, sums, 1);
        }
        changed = true;
    }

    private void add(String repository, Sums sums, int sign) {
        sums.minutes().forEach((minute, count) -> {
            depth += sign * count;
            minutes.merge(minute, sign * count, (some, more) -> some + more == 0 ? null : (Long) (some + more));
        });
        arrivals += sign * sums.arrivals();
        departures += sign * sums.departures();
        expired += sign * sums.expired();
        if (!sums.oldest().isEmpty()) {
            Part part = new Part(repository, sums);
            boolean moved = sign > 0 ? byOldest.add(part) : byOldest.remove(part);
            changed |= moved;
        }
    }

    @Override
    public Depths at(long now) {
        if (changed) {
            depths = new Depths(depth, oldest(), since(50), since(90), arrivals, departures, expired);
            changed = false;
        }
        return depths;
    }

    @Override
    public boolean idle() {
        return parts.isEmpty();
    }

    /** The ten oldest are among the ten oldest of the ten parts whose oldest is oldest. */
    private List<AlertItem> oldest() {
        List<AlertItem> oldest = new ArrayList<>();
        byOldest.stream()
                .limit(Depths.ITEMS)
                .forEach(part -> oldest.addAll(part.sums().oldest()));
        oldest.sort(OLDEST);
        return List.copyOf(oldest.subList(0, Math.min(Depths.ITEMS, oldest.size())));
    }

    private Long since(int percent) {
        if (depth == 0) {
            return null;
        }
        long left = Depths.fromOldest(depth, percent);
        for (Map.Entry<Long, Long> minute : minutes.entrySet()) {
            left -= minute.getValue();
            if (left < 0) {
                return minute.getKey();
            }
        }
        return minutes.lastKey();
    }
}
