package dev.streamgauge.peers;

import dev.streamgauge.peers.EventDecoder.Reading;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The events from the first one on, for as long as the job runs. */
record Sources(StreamExecutionEnvironment environment, Assignment assignment) {

    DataStream<Sighting> commits() {
        return read(Topics.COMMITS, Sightings::of);
    }

    DataStream<Sighting> builds() {
        return read(Topics.BUILDS, Sightings::of);
    }

    DataStream<Sighting> deploys() {
        return read(Topics.DEPLOYS, Sightings::of);
    }

    private <E extends SpecificRecord> DataStream<Sighting> read(Topic<String, E> topic, Reading<E> reading) {
        String name = "read-" + topic.name();
        // Time stands in the events, and nothing waits for it.
        return environment
                .fromSource(source(topic, reading), WatermarkStrategy.noWatermarks(), name)
                .uid(name);
    }

    // It commits its places at checkpoints by itself.
    private <E extends SpecificRecord> KafkaSource<Sighting> source(Topic<String, E> topic, Reading<E> reading) {
        return KafkaSource.<Sighting>builder()
                .setBootstrapServers(assignment.cluster().brokers())
                .setTopics(topic.name(assignment.cluster().prefix()))
                .setGroupId(assignment.group())
                .setClientIdPrefix(assignment.group() + "-" + topic.name())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new EventDecoder<>(
                        topic.valueClass(), assignment.cluster().registry(), reading))
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000") // As the processors read.
                .build();
    }
}
