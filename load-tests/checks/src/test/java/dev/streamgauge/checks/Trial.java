package dev.streamgauge.checks;

import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.Oracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.avro.specific.SpecificRecord;

/** A hostile history and what the batch says of it: models must end there, in whatever order and how often its events arrive. */
public final class Trial {

    private final String kind;
    private final long seed;
    private final List<SpecificRecord> history;
    private final Batch batch;

    private Trial(String kind, long seed, List<SpecificRecord> history, Batch batch) {
        this.kind = kind;
        this.seed = seed;
        this.history = history;
        this.batch = batch;
    }

    /** The histories of these seeds, with one question to the oracle for all of them. */
    public static List<Trial> of(
            String kind,
            List<Long> seeds,
            LongFunction<? extends List<? extends SpecificRecord>> histories,
            Oracle oracle) {
        Apart apart = new Apart();
        seeds.forEach(seed -> apart.add(seed, histories.apply(seed)));
        Map<Long, Batch> batches = apart.batches(oracle);
        List<Trial> trials = new ArrayList<>();
        apart.histories().forEach((seed, history) -> trials.add(new Trial(kind, seed, history, batches.get(seed))));
        return trials;
    }

    public long seed() {
        return seed;
    }

    /** How many events it has. */
    public int size() {
        return history.size();
    }

    /** In which of so many arrivals the models end elsewhere first, and where; empty: in none. */
    public Optional<String> difference(Models models, int arrivals) {
        Dice dice = new Dice(seed);
        for (int arrival = 0; arrival < arrivals; arrival++) {
            Optional<String> difference = batch.difference(models.after(Disorder.of(history, dice), dice));
            if (difference.isPresent()) {
                return Optional.of("%s, arrival %d: %s".formatted(this, arrival, difference.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return kind + " " + seed;
    }
}
