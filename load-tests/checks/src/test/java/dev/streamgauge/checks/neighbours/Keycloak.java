package dev.streamgauge.checks.neighbours;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.standalone.testkit.cluster.Certificates;
import dev.streamgauge.standalone.testkit.cluster.FreePorts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An identity provider that gives tokens to services by TLS, on loopback. */
final class Keycloak implements AutoCloseable {

    /** For whom the tokens are. */
    static final String AUDIENCE = "kafka";

    /** Where a token says which client it was given to. */
    static final String CLIENT_CLAIM = "azp";

    private static final String REALM = "pipelines";
    private static final int PATIENCE_MS = 5_000;
    private static final Duration START = Duration.ofMinutes(5);

    private final Path home;
    private final Path log;
    private final Certificates certificates;
    private final List<Integer> ports = FreePorts.of(2);
    private Process process;

    private Keycloak(Path home, Path log, Certificates certificates) {
        this.home = home;
        this.log = log;
        this.certificates = certificates;
    }

    /**
     * Unpacks and starts it, and returns when it answers.
     *
     * @param lifetime of a token
     * @param clients who may have tokens
     */
    static Keycloak start(Path directory, Certificates certificates, Duration lifetime, Collection<String> clients)
            throws IOException {
        Installed.run(
                Map.of(), "tar", "-xzf", Installed.keycloak().orElseThrow().toString(), "-C", directory.toString());
        Keycloak keycloak = new Keycloak(unpacked(directory), directory.resolve("keycloak.txt"), certificates);
        Path realms = Files.createDirectories(keycloak.home.resolve("data/import"));
        new ObjectMapper().writeValue(realms.resolve("realm.json").toFile(), realm(lifetime, clients));
        keycloak.launch();
        return keycloak;
    }

    private static Path unpacked(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(each -> Files.exists(each.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static ObjectNode realm(Duration lifetime, Collection<String> clients) {
        ObjectNode realm = new ObjectMapper().createObjectNode();
        realm.put("realm", REALM)
                .put("enabled", true)
                .put("sslRequired", "none")
                .put("accessTokenLifespan", lifetime.toSeconds());
        ArrayNode all = realm.putArray("clients");
        clients.forEach(client -> describe(client, all.addObject()));
        return realm;
    }

    private static void describe(String name, ObjectNode client) {
        client.put("clientId", name)
                .put("secret", secret(name))
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false);
        client.putArray("protocolMappers")
                .addObject()
                .put("name", "audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper")
                .putObject("config")
                .put("included.custom.audience", AUDIENCE)
                .put("access.token.claim", "true");
    }

    private void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + ports.get(0),
                        "--https-port=" + ports.get(1),
                        "--https-key-store-file=" + certificates.broker(),
                        "--https-key-store-password=" + Certificates.PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        process = builder.start();
        try {
            eventually(START, "Keycloak answers", this::answers);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private boolean answers() {
        try {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak has ended: " + Files.readString(log));
            }
            URI realm = URI.create("http://127.0.0.1:%d/realms/%s".formatted(ports.get(0), REALM));
            HttpURLConnection call = (HttpURLConnection) realm.toURL().openConnection();
            call.setConnectTimeout(PATIENCE_MS);
            call.setReadTimeout(PATIENCE_MS);
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a client has to know. */
    static String secret(String client) {
        return "the-secret-of-" + client;
    }

    /** Who gives the tokens. */
    String issuer() {
        return "https://127.0.0.1:%d/realms/%s".formatted(ports.get(1), REALM);
    }

    /** Where clients ask for tokens. */
    String tokens() {
        return issuer() + "/protocol/openid-connect/token";
    }

    /** Where brokers ask for the keys by which they know that a token is genuine. */
    String keys() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
