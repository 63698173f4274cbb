package dev.streamgauge.processors.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** From an initialisation of a node to its close. What was begun in it ends with it. */
final class Stint {

    private final ProcessorContext<?, ?> context;
    private final List<Runnable> endings = new ArrayList<>();

    Stint(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Has something done again and again by the wall clock. */
    void every(Duration interval, Punctuator work) {
        atEnd(context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, work)::cancel);
    }

    /** Has something done once in the end. */
    void atEnd(Runnable ending) {
        endings.add(ending);
    }

    void end() {
        endings.forEach(Runnable::run);
        endings.clear();
    }
}
