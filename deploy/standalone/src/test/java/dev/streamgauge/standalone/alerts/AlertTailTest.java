package dev.streamgauge.standalone.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicFollower;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class AlertTailTest {

    private static final String PREFIX = "follow.";

    /** Lets a test wait for what is printed. */
    private static final class Lines extends Writer {

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(char[] buffer, int from, int length) {
            line.append(buffer, from, length);
            int end;
            while ((end = line.indexOf("\n")) >= 0) {
                lines.add(line.substring(0, end));
                line.delete(0, end + 1);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void everyChangeIsPrintedUntilItIsStopped() throws Exception {
        // Given
        Lines printed = new Lines();
        AlertTail tail = new AlertTail(new PrintWriter(printed), false, false);
        try (Platform platform = Platform.start(PlatformConfig.temporary())) {
            platform.createTopics(PREFIX, 1);
            publish(platform, "firing");
            TopicFollower follower = new TopicFollower(platform.clientConfig(), PREFIX);
            Thread following = new Thread(() -> {
                tail.printOpen(follower);
                tail.follow(follower);
                follower.close();
            });

            // When
            following.start();

            // Then
            assertThat(printed.lines.poll(30, TimeUnit.SECONDS)).contains("firing");
            publish(platform, "resolved");
            assertThat(printed.lines.poll(30, TimeUnit.SECONDS)).contains("resolved");
            follower.stop();
            following.join(30_000);
            assertThat(following.isAlive()).isFalse();
        }
    }

    private static void publish(Platform platform, String state) throws Exception {
        String alert = "{\"rule\":\"A\",\"kind\":\"depth\",\"state\":\"" + state + "\"}";
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(platform.clientConfig(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.ALERTS_JSON.name(PREFIX), "a", alert))
                    .get();
        }
    }
}
