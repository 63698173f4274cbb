package dev.streamgauge.connectors.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway with a certificate of its own. */
class TlsTest {

    private static final String PASSWORD = "canary-of-the-keystore";

    @TempDir
    static Path directory;

    private static Path keystore;

    @BeforeAll
    static void makeCertificate() throws Exception {
        keystore = directory.resolve("gateway.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keystore.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "gateway",
                "-keyalg",
                "EC",
                "-dname",
                "CN=gateway.example.org",
                "-ext",
                "SAN=ip:127.0.0.1,dns:gateway.example.org");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(directory.resolve("keytool.log")))
                .isZero();
    }

    @Test
    void aSignedDeliveryIsTakenOverTls() throws Exception {
        try (TestGateway gateway = new TestGateway(tls(PASSWORD))) {
            // When
            HttpResponse<Void> answer = send(gateway, trusting(keystore));

            // Then
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.sslSession())
                    .hasValueSatisfying(
                            session -> assertThat(session.getProtocol()).startsWith("TLSv1."));
            assertThat(gateway.publisher().parcels()).hasSize(1);
        }
    }

    @Test
    void whoDoesNotTrustTheCertificateSendsNothing() {
        try (TestGateway gateway = new TestGateway(tls(PASSWORD))) {
            // Then
            assertThatThrownBy(() -> send(gateway, SSLContext.getDefault())).isInstanceOf(SSLHandshakeException.class);
            assertThat(gateway.publisher().parcels()).isEmpty();
        }
    }

    @Test
    void whoSpeaksPlainHttpIsNotTakenIn() {
        try (TestGateway gateway = new TestGateway(tls(PASSWORD))) {
            // Given
            HttpRequest plain = request("http", gateway);

            // Then
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(plain, BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
            assertThat(gateway.publisher().parcels()).isEmpty();
        }
    }

    @Test
    void aPasswordThatDoesNotFitIsToldInOneLineAndNotShown() {
        assertThatThrownBy(() -> new TestGateway(tls("canary-that-does-not-fit")).close())
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("gateway.tls.keystore")
                .hasMessageNotContaining("canary")
                .hasMessageNotContaining("\n");
    }

    private static Map<String, String> tls(String password) {
        return Map.of("gateway.tls.keystore", keystore.toString(), "gateway.tls.keystore.password", password);
    }

    private static HttpResponse<Void> send(TestGateway gateway, SSLContext context)
            throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(request("https", gateway), BodyHandlers.discarding());
    }

    private static HttpRequest request(String scheme, TestGateway gateway) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("%s://127.0.0.1:%d/webhooks/toy".formatted(scheme, gateway.port())))
                .POST(BodyPublishers.ofByteArray(TestGateway.EVENT));
        TestGateway.signature(TestGateway.EVENT, Map.of()).forEach(request::header);
        return request.build();
    }

    private static SSLContext trusting(Path keystore) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            trusted.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(withCertificateOnly(trusted));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore withCertificateOnly(KeyStore store) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", store.getCertificate("gateway"));
        return trusted;
    }
}
