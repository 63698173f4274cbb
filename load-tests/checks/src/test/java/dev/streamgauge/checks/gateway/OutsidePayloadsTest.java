package dev.streamgauge.checks.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.checks.OutsideData;
import dev.streamgauge.schemas.DeadLetterHeaders;
import dev.streamgauge.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real payloads, that nobody here wrote, through the whole gateway: each is taken, none is quarantined. */
class OutsidePayloadsTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "source.github.provider",
            "github",
            "source.github.secret",
            Requests.SECRET,
            "source.gitlab.provider",
            "gitlab",
            "source.gitlab.secret",
            Requests.SECRET,
            "source.argocd.provider",
            "argocd",
            "source.argocd.secret",
            Requests.SECRET,
            "source.cdevents.provider",
            "cdevents",
            "source.cdevents.secret",
            Requests.SECRET);

    /** Vectors of a serialisation, which lie among the events and are none. */
    private static final String NO_EVENT = "domainid.json";

    @Test
    void everyPayloadIsTaken() throws IOException {
        // Given
        List<Path> payloads = new ArrayList<>();
        for (String provider : List.of("github", "gitlab", "argocd", "cdevents")) {
            try (Stream<Path> files = Files.walk(OutsideData.folder(provider))) {
                files.filter(file -> file.toString().endsWith(".json") && !file.endsWith(NO_EVENT))
                        .sorted()
                        .forEach(payloads::add);
            }
        }
        try (Rig rig = new Rig(SETTINGS)) {
            // When
            List<String> refused = new ArrayList<>();
            for (Path payload : payloads) {
                int status = RawSocket.send(rig.port(), request(payload)).status();
                if (status != 202) {
                    refused.add(payload + ": " + status);
                }
            }

            // Then
            assertThat(refused).isEmpty();
            assertThat(rig.read(Topics.DEAD_LETTERS))
                    .extracting(letter -> new String(
                            letter.headers()
                                    .lastHeader(DeadLetterHeaders.MESSAGE)
                                    .value(),
                            UTF_8))
                    .isEmpty();
            assertThat(rig.count(Topics.RAW_EVENTS)).isEqualTo(payloads.size());
        }
    }

    private static byte[] request(Path payload) throws IOException {
        byte[] body = Files.readAllBytes(payload);
        String path = payload.toString();
        if (path.contains("/github/")) {
            String event = payload.getParent().getFileName().toString();
            String signature = Requests.signature(Requests.SECRET, body);
            return Requests.post("/webhooks/github", body, "X-GitHub-Event", event, "X-Hub-Signature-256", signature);
        }
        if (path.contains("/gitlab/")) {
            return Requests.post("/webhooks/gitlab", body, "X-Gitlab-Token", Requests.SECRET);
        }
        String source = path.contains("/argocd/") ? "argocd" : "cdevents";
        return Requests.post(
                "/webhooks/" + source,
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + Requests.SECRET);
    }
}
