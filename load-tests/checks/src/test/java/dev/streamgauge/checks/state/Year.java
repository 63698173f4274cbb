package dev.streamgauge.checks.state;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.Organisation;
import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Aggregation;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.forgetting.Sweep;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The production models while the months of a year pass, and what they keep at the end of each. */
final class Year {

    /** The length of a month. */
    static final Duration MONTH = Duration.ofDays(30);

    static final int MONTHS = 12;

    /** Each row is looked at once in so many days; in production, at least twice a day. */
    private static final int DAYS_PER_ROUND = 5;

    private final WeighedTables tables = new WeighedTables();
    private final Memory memory;
    private final Aggregation windows;
    private final List<Counted<?>> sums = Counted.all(Definitions.DEFAULT);
    private final Assembly assembly;
    private final Sweep sweep;
    private long now = Long.MIN_VALUE;

    private final Function<WeighedTables, Map<String, Weight>> scale;
    private final Consumer<Month> told;
    private int days;
    private long events;

    /**
     * @param scale how the tables are weighed
     * @param told hears of the end of each month
     */
    Year(Memory memory, Function<WeighedTables, Map<String, Weight>> scale, Consumer<Month> told) {
        this.memory = memory;
        this.scale = scale;
        this.told = told;
        this.windows = new Aggregation(tables, this::horizon);
        this.assembly = new Assembly(this::summed, Definitions.DEFAULT, this::horizon);
        List<Expiring<?>> expiring = new ArrayList<>(assembly.expiring());
        expiring.addAll(Aggregation.expiring());
        this.sweep = new Sweep(tables, expiring);
    }

    private long horizon() {
        return memory.ends() ? memory.horizon(now) : Long.MIN_VALUE;
    }

    private <V> Table<V> summed(TableSpec<V> spec) {
        for (Counted<?> counted : sums) {
            if (counted.facts().equals(spec)) {
                return new Summed<>(tables.table(spec), same(counted), windows);
            }
        }
        return tables.table(spec);
    }

    @SuppressWarnings("unchecked") // a specification stands for one type
    private static <V> Counted<V> same(Counted<?> counted) {
        return (Counted<V>) counted;
    }

    /** Lets the year pass. */
    void pass(GeneratorConfig organisation) {
        Instant start = organisation.start();
        for (Emission emission : Organisation.of(organisation.withLength(MONTH.multipliedBy(MONTHS)))) {
            while (Duration.between(start, emission.at()).toDays() > days) {
                endOfDay();
            }
            now = emission.at().toEpochMilli();
            hear(emission.event());
            events++;
        }
        while (days < MONTHS * MONTH.toDays()) {
            endOfDay();
        }
    }

    private void hear(SpecificRecord event) {
        if (!(event instanceof RepositoryOwned)) {
            assembly.apply(event);
        }
    }

    private void endOfDay() {
        days++;
        if (memory.ends()) {
            sweep.step(horizon(), tables.rows() / DAYS_PER_ROUND + 1);
        }
        if (days % MONTH.toDays() == 0 && days <= MONTHS * MONTH.toDays()) {
            lookAtAll();
            told.accept(new Month((int) (days / MONTH.toDays()), events, scale.apply(tables)));
            events = 0;
        }
    }

    // Else what is counted depends on where the sweep happens to stand.
    private void lookAtAll() {
        if (memory.ends()) {
            sweep.step(horizon(), tables.rows() + 1);
        }
    }
}
