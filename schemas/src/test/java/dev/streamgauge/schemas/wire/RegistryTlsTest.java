package dev.streamgauge.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.schemas.testkit.RandomRecords;
import dev.streamgauge.schemas.testkit.TestRegistry;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path directory;

    private TestRegistry registry;
    private Path store;

    // One self-signed key plays the server, its authority and the client.
    @BeforeEach
    void start() throws Exception {
        store = directory.resolve("key.p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(tool.toString(), "-genkeypair", "-alias", "registry"));
        command.addAll(List.of("-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).isZero();
        registry = new TestRegistry(server());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private HttpsServer server() throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys(), PASSWORD.toCharArray());
        TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
        others.init(keys());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needed = context.getDefaultSSLParameters();
                needed.setNeedClientAuth(true);
                parameters.setSSLParameters(needed);
            }
        });
        return server;
    }

    private byte[] write(Map<String, String> tls) {
        Map<String, String> config = new HashMap<>(tls);
        config.put(WireConfig.URL, "https://127.0.0.1:" + registry.port());
        config.put(WireConfig.RETRY_MS, "0");
        Change change = new RandomRecords(1).next(Change.class);
        return Wire.from(config).serializer(Change.class, false).serialize("t", change);
    }

    private Map<String, String> keyStore() {
        return Map.of(
                "schema.registry.ssl.keystore.type",
                "PKCS12",
                "schema.registry.ssl.keystore.location",
                store.toString(),
                "schema.registry.ssl.keystore.password",
                PASSWORD);
    }

    @Test
    void trustAndKeyAreTakenFromPkcs12() {
        // Given
        Map<String, String> tls = new HashMap<>(keyStore());
        tls.put("schema.registry.ssl.truststore.type", "PKCS12");
        tls.put("schema.registry.ssl.truststore.location", store.toString());
        tls.put("schema.registry.ssl.truststore.password", PASSWORD);

        // When
        byte[] bytes = write(tls);

        // Then
        assertThat(bytes).isNotEmpty();
    }

    @Test
    void trustIsTakenFromPem() throws Exception {
        // Given
        String certificate = Base64.getMimeEncoder()
                .encodeToString(keys().getCertificate("registry").getEncoded());
        Path pem = Files.writeString(
                directory.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");
        Map<String, String> tls = new HashMap<>(keyStore());
        tls.put("schema.registry.ssl.truststore.type", "PEM");
        tls.put("schema.registry.ssl.truststore.location", pem.toString());

        // When
        byte[] bytes = write(tls);

        // Then
        assertThat(bytes).isNotEmpty();
    }

    @Test
    void anUntrustedRegistryIsNamedAsThat() {
        assertThatThrownBy(() -> write(Map.of()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("TLS failed");
    }

    @Test
    void aWrongPasswordIsNamedWithoutShowingIt() {
        // Given
        Map<String, String> tls = new HashMap<>(keyStore());
        tls.put("schema.registry.ssl.keystore.password", "wr0ng-Pa55");

        // When // Then
        assertThatThrownBy(() -> write(tls))
                .isInstanceOf(RegistryConfigException.class)
                .hasMessageContaining("TLS settings")
                .hasMessageContaining("password")
                .hasMessageNotContaining("wr0ng-Pa55");
    }
}
