package dev.streamgauge.processors.store;

import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The tables of one task. */
public final class LiveTables implements Tables {

    private final ProcessorContext<?, ?> context;
    private final int recentRows;
    private final Map<String, LiveTable<?>> tables = new LinkedHashMap<>();

    /**
     * @param recentRows how many rows of each table stay in memory though they have not changed
     */
    public LiveTables(ProcessorContext<?, ?> context, int recentRows) {
        this.context = context;
        this.recentRows = recentRows;
    }

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        return live(spec);
    }

    @SuppressWarnings("unchecked") // a specification's name stands for one type
    private <V> LiveTable<V> live(TableSpec<V> spec) {
        return (LiveTable<V>) tables.computeIfAbsent(
                spec.name(),
                name -> new LiveTable<>(
                        spec, context.getStateStore(spec.store()), recentRows, context::currentSystemTimeMs));
    }

    /** Tells a listener of each revised row of a table, before each commit. */
    public <V> void listen(TableSpec<V> spec, Consumer<Revision<V>> listener) {
        live(spec).listen(listener);
    }

    /** Writes what has changed in all tables, in the order in which they were first asked for. */
    public void writeBack() {
        tables.values().forEach(LiveTable::writeBack);
    }
}
