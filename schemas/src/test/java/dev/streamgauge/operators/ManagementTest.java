package dev.streamgauge.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.settings.flat.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManagementTest {

    private static final Address ANYWHERE = new Address("127.0.0.1", 0);

    private static Management with(Optional<String> dead, Optional<String> waiting) throws IOException {
        return new Management(ANYWHERE, "x.listen", new Vitals(() -> dead, () -> waiting, () -> "up 1\n"));
    }

    private static String get(Management management, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + management.port() + path);
        HttpResponse<String> reply =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return reply.statusCode() + " " + reply.body();
    }

    @Test
    void whoIsWellSaysSo() throws Exception {
        // Given
        try (Management management = with(Optional.empty(), Optional.empty())) {
            // When / Then
            assertThat(get(management, "/livez")).isEqualTo("200 ok\n");
            assertThat(get(management, "/readyz")).isEqualTo("200 ok\n");
            assertThat(get(management, "/metrics")).isEqualTo("200 up 1\n");
            assertThat(get(management, "/other")).startsWith("404 ");
        }
    }

    @Test
    void whoIsNotReadyLivesAndSaysWhatIsMissing() throws Exception {
        // Given
        try (Management management = with(Optional.empty(), Optional.of("it joins"))) {
            // When / Then
            assertThat(get(management, "/livez")).isEqualTo("200 ok\n");
            assertThat(get(management, "/readyz")).isEqualTo("503 it joins\n");
        }
    }

    @Test
    void whoIsDeadIsNotReadyEither() throws Exception {
        // Given
        try (Management management = with(Optional.of("it gave up"), Optional.empty())) {
            // When / Then
            assertThat(get(management, "/livez")).isEqualTo("503 it gave up\n");
            assertThat(get(management, "/readyz")).isEqualTo("503 it gave up\n");
        }
    }

    @Test
    void notesFollowWhetherItIsReady() throws Exception {
        // Given
        Vitals vitals =
                new Vitals(Optional::empty, () -> Optional.of("it joins"), () -> List.of("a: reads"), () -> "up 1\n");
        try (Management management = new Management(ANYWHERE, "x.listen", vitals)) {
            // When / Then
            assertThat(get(management, "/livez")).isEqualTo("200 ok\n");
            assertThat(get(management, "/readyz")).isEqualTo("503 it joins\na: reads\n");
        }
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() throws Exception {
        // Given
        try (Management management = with(Optional.empty(), Optional.empty())) {
            Address taken = new Address("127.0.0.1", management.port());

            // When / Then
            assertThatThrownBy(() ->
                            new Management(taken, "x.listen", new Vitals(Optional::empty, Optional::empty, () -> "")))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("x.listen: cannot listen on 127.0.0.1:" + management.port());
        }
    }
}
