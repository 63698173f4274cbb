package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.rollups.Part.Sender;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the windows of a task's repositories add to roll-ups: summed up until it is taken, and numbered, so that each is heard once (docs/adr/0011). */
public final class Differences {

    public static final TableSpec<Sent> SENT =
            new TableSpec<>("windows", "sent", Sent.class, "one row: how many parts were sent");

    private static final Key ONLY = Key.of("parts");

    /** Of a part's windows: some 200 kB. */
    private static final int MOST = 20_000;

    private final Table<Sent> sent;
    private final int partition;
    private final Supplier<String> names;
    private final Map<Group, Map<WindowKey, WindowSums>> collected = new LinkedHashMap<>();

    /**
     * How many parts were sent.
     *
     * @param state the name of the state that the windows are kept in
     */
    public record Sent(String state, long number) {}

    /**
     * Of one task.
     *
     * @param names for a state that is new; never one that was there before
     */
    public Differences(Tables tables, int partition, Supplier<String> names) {
        this.sent = tables.table(SENT);
        this.partition = partition;
        this.names = names;
    }

    /**
     * A window of a repository is revised.
     *
     * @param before null: it was not there
     * @param after null: it is gone
     */
    public void revised(List<Group> groups, WindowSums before, WindowSums after) {
        WindowKey from = (after == null ? before : after).key();
        if (!Targets.counts(from)) {
            return;
        }
        WindowSums more = Targets.difference(before, after);
        if (!more.isEmpty()) {
            groups.forEach(group -> collect(group, more.under(Targets.of(group, from))));
        }
    }

    private void collect(Group group, WindowSums more) {
        collected.computeIfAbsent(group, none -> new LinkedHashMap<>()).merge(more.key(), more, WindowSums::plus);
    }

    /** All that was collected since the last time: for each group one part, or a few if it is much. */
    public List<Part> take() {
        if (collected.isEmpty()) {
            return List.of();
        }
        Sent last = sent.get(ONLY);
        String state = last == null ? names.get() : last.state();
        long number = last == null ? 0 : last.number();
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<Group, Map<WindowKey, WindowSums>> group : collected.entrySet()) {
            for (List<WindowSums> some : divided(group.getValue().values())) {
                parts.add(new Part(new Sender(partition, state), ++number, group.getKey(), some));
            }
        }
        collected.clear();
        if (!parts.isEmpty()) {
            sent.put(ONLY, new Sent(state, number));
        }
        return parts;
    }

    /** A repository that moves takes years of windows along, and a record must not become too large. */
    private static List<List<WindowSums>> divided(Collection<WindowSums> all) {
        List<List<WindowSums>> divided = new ArrayList<>();
        List<WindowSums> some = new ArrayList<>();
        int size = 0;
        for (WindowSums sums : all) {
            if (!sums.isEmpty()) {
                some.add(sums);
                size += sums.size();
            }
            if (size > MOST) {
                divided.add(some);
                some = new ArrayList<>();
                size = 0;
            }
        }
        if (!some.isEmpty()) {
            divided.add(some);
        }
        return divided;
    }
}
