package dev.streamgauge.generator;

import dev.streamgauge.generator.organisation.World;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A simulated organisation: repositories in which people, bots and agents open requests, review, merge, build, deploy and repair, told of by
 * sources that lose, repeat and delay. It unfolds as it is read, in memory that does not grow with its length; each reading begins anew and
 * yields the same events in the same order.
 */
public final class Organisation implements Iterable<Emission> {
    private final GeneratorConfig config;

    private Organisation(GeneratorConfig config) {
        this.config = config;
    }

    public static Organisation of(GeneratorConfig config) {
        return new Organisation(config);
    }

    /** The events in the order of their arrival. */
    @Override
    public Iterator<Emission> iterator() {
        return new World(config);
    }

    /** The same, as a stream. */
    public Stream<Emission> stream() {
        int order = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), order), false);
    }
}
