package dev.streamgauge.processors.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * What our processors have in common. When a commit takes too long, Kafka Streams closes a task and revives it: it initialises the same
 * processors anew, and still calls what they have scheduled before. That would go on with tables that nobody keeps up to date any more, so
 * it is cancelled here.
 */
abstract class Node<K, V> implements Processor<K, V, Object, Object> {

    private Stint stint;

    /** Begins, for the first time or anew. */
    abstract void begin(ProcessorContext<Object, Object> context, Stint stint);

    @Override
    public final void init(ProcessorContext<Object, Object> context) {
        close(); // An initialisation that failed is repeated, and nobody closes what it has left.
        stint = new Stint(context);
        begin(context, stint);
    }

    @Override
    public final void close() {
        if (stint != null) {
            stint.end();
        }
    }
}
