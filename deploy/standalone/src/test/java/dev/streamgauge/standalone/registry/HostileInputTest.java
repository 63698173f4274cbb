package dev.streamgauge.standalone.registry;

import static dev.streamgauge.standalone.registry.RegistryFixture.USER;
import static dev.streamgauge.standalone.registry.RegistryFixture.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.standalone.registry.RegistryFixture.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

    private static final String VERSIONS = "/subjects/a/versions";

    @TempDir
    Path directory;

    private RegistryFixture registry;

    @BeforeEach
    void start() {
        registry = new RegistryFixture(directory);
    }

    @AfterEach
    void stillAnswersAndKnowsNothingNew() {
        assertThat(registry.get("/subjects")).hasToString("200 []");
        assertThat(registry.register("a", USER).status()).isEqualTo(200);
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"schema\"", "{\"schema\":\"\\ud8", "\u0000", "{}{"})
    void shouldRefuseABodyThatIsNoJsonObject(String garbage) {
        // When
        Reply reply = registry.post(VERSIONS, garbage);

        // Then
        assertThat(reply.status()).isIn(400, 422);
        assertThat(reply.code()).isIn(400, 42201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"schema\":null}",
                "{\"schema\":7}",
                "{\"schema\":\"\"}",
                "{\"schema\":\"no schema\"}",
                "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"a b\\\",\\\"fields\\\":[]}\"}",
                "{\"schema\":\"\\\"string\\\"\",\"schemaType\":\"PROTOBUF\"}",
                "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"x\",\"subject\":\"x\",\"version\":1}]}"
            })
    void shouldRefuseWhatIsNoAvroSchema(String body) {
        assertThat(registry.post(VERSIONS, body).code()).isEqualTo(42201);
    }

    @Test
    void shouldRefuseAnIdThatTheClientChose() {
        assertThat(registry.post(VERSIONS, "{\"schema\":\"\\\"int\\\"\",\"id\":5}")
                        .code())
                .isEqualTo(42205);
    }

    @Test
    void shouldRefuseAHugeBody() {
        // Given
        String huge = " ".repeat(HttpDoor.LARGEST_BODY) + "{}";

        // When
        Reply reply = registry.post(VERSIONS, huge);

        // Then
        assertThat(reply.code()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 5_000, 40_000})
    void shouldRefuseADeeplyNestedSchema(int depth) {
        // Given
        String nested = "{\"type\":\"array\",\"items\":".repeat(depth) + "\"no-type\"" + "}".repeat(depth);

        // When
        Reply reply = registry.post(VERSIONS, body(nested));

        // Then
        assertThat(reply.status()).isIn(413, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "/subjects/%20/versions, 422",
        "/subjects/%00/versions, 422",
        "/subjects/%0d%0aX/versions, 422",
        "/subjects/:.context:a/versions, 422",
        "/subjects/%2e%2e%2f%2e%2e/versions, 404",
        "/../../etc/passwd, 404",
        "/subjects/a/versions/99999999999999999999, 422",
        "/subjects/a/versions/1/schema/more, 404",
        "/schemas/ids/-1, 404",
        "/config/a?x=%, 400",
        "//, 400"
    })
    void shouldAnswerOddPathsWithAnErrorOfItsOwn(String path, int status) throws IOException {
        // When
        String reply = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(reply).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void shouldKeepEncodedSlashesAndPlusesInASubject() {
        // Given
        registry.register("team%2Fa+b", USER);

        // When
        Reply subjects = registry.get("/subjects");

        // Then
        assertThat(subjects.body()).hasToString("[\"team/a+b\"]");
        registry.delete("/subjects/team%2Fa+b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example:8081\r\nConnection: close\r\n\r\n",
                "POST /subjects/a/versions HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
                        + "Connection: close\r\nContent-Length: 2\r\n\r\n{}"
            })
    void shouldRefuseWebPages(String request) throws IOException {
        assertThat(raw(request)).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "GET\r\n\r\n", "GET /subjects/[x] HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001"})
    void shouldSurviveWhatIsNoHttp(String bytes) throws IOException {
        assertThat(raw(bytes)).doesNotContain("HTTP/1.1 200");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), registry.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
