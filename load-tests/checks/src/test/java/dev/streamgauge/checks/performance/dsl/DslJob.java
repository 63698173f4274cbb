package dev.streamgauge.checks.performance.dsl;

import dev.streamgauge.schemas.wire.Wire;
import dev.streamgauge.schemas.wire.WireConfig;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** Runs the topology, with the guarantees and the pace of the processors, and Kafka Streams' own defaults for all else. It goes on until it is killed. */
public final class DslJob {

    private DslJob() {}

    /**
     * Runs it.
     *
     * @param arguments brokers, registry, prefix of the topics, group, topic to write, milliseconds between commits, directory
     */
    @SuppressWarnings("resource") // It lives as long as its process.
    public static void main(String[] arguments) {
        Wire wire = Wire.from(Map.of(WireConfig.URL, arguments[1]));
        Properties settings = new Properties();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, arguments[3]);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, arguments[5]);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments[6]);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        KafkaStreams streams = new KafkaStreams(new DslTopology(wire, arguments[2], arguments[4]).build(), settings);
        streams.setUncaughtExceptionHandler(failure -> {
            failure.printStackTrace();
            System.exit(1);
            return null;
        });
        streams.start();
    }
}
