package dev.streamgauge.processors.topology;

import java.lang.reflect.Field;
import java.util.Collection;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.internals.PunctuationQueue;
import org.apache.kafka.streams.processor.internals.PunctuationSchedule;
import org.apache.kafka.streams.processor.internals.StreamTask;

/** Kafka Streams' own task within a driver, which does not let go of it. */
record DrivenTask(StreamTask task) {

    DrivenTask(TopologyTestDriver driver) {
        this((StreamTask) field(TopologyTestDriver.class, "task", driver));
    }

    /** Its processors are closed, and then initialised again, the same objects; nothing but its stores is as it was. */
    void revive() {
        task.suspend();
        task.resume();
        task.completeRestoration(partitions -> {});
        task.processorContext().setRecordContext(null);
    }

    /** How many punctuations by the wall clock are not cancelled. */
    long scheduled() {
        PunctuationQueue queue = (PunctuationQueue) field(StreamTask.class, "systemTimePunctuationQueue", task);
        return ((Collection<?>) field(PunctuationQueue.class, "pq", queue))
                .stream().filter(each -> !cancelled((PunctuationSchedule) each)).count();
    }

    private static boolean cancelled(PunctuationSchedule schedule) {
        return (boolean) field(PunctuationSchedule.class, "isCancelled", schedule);
    }

    private static Object field(Class<?> type, String name, Object of) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
