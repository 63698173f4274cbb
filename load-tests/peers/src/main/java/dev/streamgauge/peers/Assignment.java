package dev.streamgauge.peers;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a job is told to do.
 *
 * @param group that commits how far it is
 * @param output the topic of the aggregates
 * @param checkpoints how long from one to the next
 * @param directory for checkpoints and state
 */
record Assignment(Cluster cluster, String group, String output, Duration checkpoints, Path directory) {

    /** @param prefix of the names of the event topics */
    record Cluster(String brokers, String registry, String prefix) {}

    /** @param arguments brokers, registry, prefix, group, output, milliseconds between checkpoints, directory */
    static Assignment of(String[] arguments) {
        if (arguments.length != 7) {
            throw new IllegalArgumentException("7 arguments are wanted, not " + arguments.length
                    + ": brokers, registry, prefix, group, output topic, milliseconds between checkpoints, directory");
        }
        return new Assignment(
                new Cluster(arguments[0], arguments[1], arguments[2]),
                arguments[3],
                arguments[4],
                Duration.ofMillis(Long.parseLong(arguments[5])),
                Path.of(arguments[6]).toAbsolutePath());
    }
}
