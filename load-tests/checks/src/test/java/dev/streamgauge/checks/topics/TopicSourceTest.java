package dev.streamgauge.checks.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.gateway.Gateway;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.RawHeaders;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics of others become events, whatever else lies in them, and whatever happens to the gateway and to Kafka meanwhile. */
@Timeout(600)
class TopicSourceTest {

    private static final byte[] GARBAGE = {'{', (byte) 0xff, 0, 'x'};
    private static final int MERGES = 400;

    @TempDir
    Path directory;

    @Test
    void whatCanBeReadBecomesEventsAndGarbageBesideItIsQuarantinedWithItsBytes() throws Exception {
        try (Platform platform = platform(PlatformConfig.temporary());
                Foreign foreign = new Foreign(platform.clientConfig())) {
            // Given
            foreign.create("gerrit", 1);
            foreign.create("ci", 1);
            foreign.write("gerrit", GARBAGE);
            foreign.write("gerrit", Foreign.merged(1), "ce_x", "x".repeat(20_000));
            foreign.write("gerrit", null);
            foreign.write("gerrit", "{\"type\": \"reviewer-added\"}".getBytes(UTF_8));
            foreign.write("gerrit", Foreign.merged(142));
            foreign.write(
                    "ci", run("1"), "ce_specversion", "1.0", "ce_id", "bin-1", "ce_type", "x", "ce_source", "/ci");
            foreign.write("ci", structured(run("2")), "content-type", "application/cloudevents+json; charset=UTF-8");

            // When
            String metrics;
            try (Gateway gateway = TopicGateway.start(platform.clientConfig())) {
                Foreign.await(
                        "all is read",
                        () -> foreign.committed() == 5
                                && foreign.raw(Topics.BUILDS).size() == 2);
                metrics = metrics(gateway.managementPort());
            }

            // Then
            Set<String> reviews = new HashSet<>();
            foreign.reader()
                    .each(Topics.REVIEWS, found -> reviews.add(found.value().getRequest()));
            assertThat(reviews).containsExactly("142");
            Set<String> builds = new HashSet<>();
            foreign.reader()
                    .each(Topics.BUILDS, found -> builds.add(found.value().getRunId()));
            assertThat(builds).containsExactlyInAnyOrder("run-1", "run-2");
            List<ConsumerRecord<byte[], byte[]>> letters = foreign.raw(Topics.DEAD_LETTERS);
            assertThat(letters)
                    .extracting(letter -> text(letter.key()))
                    .containsExactlyInAnyOrder("gerrit-0-0", "gerrit-0-1");
            assertThat(letters)
                    .extracting(letter -> header(letter, DeadLetterHeaders.REASON))
                    .containsExactlyInAnyOrder("broken_json", "too_large");
            assertThat(letters).extracting(ConsumerRecord::value).contains(GARBAGE, Foreign.merged(1));
            assertThat(foreign.raw(Topics.RAW_EVENTS))
                    .filteredOn(kept -> header(kept, RawHeaders.PROVIDER).equals("cdevents"))
                    .extracting(kept -> text(kept.key()))
                    .containsExactlyInAnyOrder("bin-1", "ci-0-1");
            assertThat(metrics)
                    .contains(
                            "streamgauge_gateway_requests_total{outcome=\"accepted\",reason=\"none\",source=\"review\"} 1.0",
                            "streamgauge_gateway_requests_total{outcome=\"quarantined\",reason=\"broken_json\",source=\"review\"} 1.0",
                            "streamgauge_gateway_ignored_total{kind=\"tombstone\",source=\"review\"} 1.0",
                            "streamgauge_gateway_ignored_total{kind=\"reviewer-added\",source=\"review\"} 1.0");
        }
    }

    @Test
    void whatDiesInTheMiddleIsFinishedByTheNextOne() throws Exception {
        try (Platform platform = platform(PlatformConfig.temporary());
                Foreign foreign = new Foreign(platform.clientConfig())) {
            // Given
            foreign.create("gerrit", 2);
            foreign.merge(0, MERGES);
            Process first = TopicGateway.startApart(platform.clientConfig());
            Foreign.await("some are read", () -> foreign.committed() > 0);

            // When
            TopicGateway.kill(first);
            foreign.merge(MERGES, 2 * MERGES);
            try (Gateway second = TopicGateway.start(platform.clientConfig())) {
                Foreign.await("all are read at " + second.managementPort(), () -> foreign.committed() == 2 * MERGES);
            }

            // Then
            requireAll(foreign, 2 * MERGES);
        }
    }

    @Test
    void anOutageOfKafkaAndTheRegistryIsWaitedForAndNothingIsLost() throws Exception {
        // Given
        PlatformConfig config = PlatformConfig.in(directory.resolve("data")).withPorts(freePort(), freePort());
        Platform before = platform(config);
        Map<String, Object> clients = before.clientConfig();
        try (Foreign foreign = new Foreign(clients)) {
            foreign.create("gerrit", 2);
            foreign.merge(0, MERGES);
            try (Gateway gateway = TopicGateway.start(clients)) {
                Foreign.await("some are read", () -> foreign.committed() > 0);

                // When
                before.close();
                try (Platform after = platform(config)) {
                    foreign.merge(MERGES, 2 * MERGES);
                    Foreign.await(
                            "all are read at " + gateway.managementPort(), () -> foreign.committed() == 2 * MERGES);

                    // Then
                    assertThat(after.clientConfig()).isEqualTo(clients);
                    requireAll(foreign, 2 * MERGES);
                }
            }
        }
    }

    private static void requireAll(Foreign foreign, int count) {
        Map<String, Integer> last = new HashMap<>();
        foreign.reader().each(Topics.REVIEWS, found -> last.merge(found.value().getRequest(), 1, Integer::sum));
        assertThat(last.keySet())
                .isEqualTo(IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.toSet()));
        assertThat(foreign.raw(Topics.DEAD_LETTERS)).isEmpty();
    }

    private static Platform platform(PlatformConfig config) {
        Platform platform = Platform.start(config);
        platform.createTopics(TopicGateway.PREFIX, 2);
        return platform;
    }

    private static byte[] run(String id) {
        return """
                {"context": {"specversion": "0.5.1", "id": "ev-%s", "source": "/ci/acme",
                  "type": "dev.cdevents.pipelinerun.finished.0.3.0", "timestamp": "2026-03-01T10:07:00Z"},
                 "subject": {"id": "run-%s", "source": "/ci/acme", "content": {"pipelineName": "shop-build", "outcome": "success"}},
                 "customData": {"streamgauge": {"repository": "github.com/acme/shop",
                  "sha": "4f9c1d2e3b5a69788796a5b4c3d2e1f001234567", "branch": "main", "trigger": "push"}}}
                """.formatted(id, id).getBytes(UTF_8);
    }

    private static byte[] structured(byte[] data) {
        return ("{\"specversion\": \"1.0\", \"id\": \"ev-2\", \"source\": \"/ci/acme\", \"type\": \"dev.cdevents.pipelinerun.finished.0.3.0\","
                        + " \"datacontenttype\": \"application/json\", \"data\": " + text(data) + "}")
                .getBytes(UTF_8);
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return text(message.headers().lastHeader(name).value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static String metrics(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
