package dev.streamgauge.connectors.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.gateway.RawHttp.Reply;
import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A gateway on real ports, before a publisher that remembers. Its sources: {@code toy}, signed as GitHub does, and {@code open}, which proves nothing. */
final class TestGateway implements AutoCloseable {

    static final String SECRET = "the-secret-of-the-toy";
    static final byte[] EVENT = "{\"as\":\"event\",\"repository\":\"example.org/acme/shop\"}".getBytes(UTF_8);

    private final RecordingPublisher publisher = new RecordingPublisher();
    private final Gateway gateway;

    /** @param more settings */
    TestGateway(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "gateway.listen", "127.0.0.1:0",
                "gateway.management.listen", "127.0.0.1:0",
                "gateway.timeout.answer.ms", "15000", // A loaded machine is no broker that is away.
                "source.toy.provider", "toy",
                "source.toy.scheme", "github",
                "source.toy.secret", SECRET,
                "source.open.provider", "toy",
                "source.open.scheme", "none"));
        settings.putAll(more);
        gateway = Gateway.start(
                GatewayConfig.of(settings, List.of("toy")),
                new Gateway.Parts(name -> new ToyProvider(), DoorRules.usual(), publisher, Clock.systemUTC()));
    }

    TestGateway() {
        this(Map.of());
    }

    RecordingPublisher publisher() {
        return publisher;
    }

    int port() {
        return gateway.port();
    }

    int managementPort() {
        return gateway.managementPort();
    }

    RawHttp connect() {
        return new RawHttp(port());
    }

    /** Sends a signed delivery. */
    Reply signed(byte[] body) {
        return signed(body, Map.of());
    }

    Reply signed(byte[] body, Map<String, String> more) {
        return RawHttp.post(port(), "/webhooks/toy", signature(body, more), body);
    }

    Reply signed(String body) {
        return signed(body.getBytes(UTF_8));
    }

    static Map<String, String> signature(byte[] body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("X-Hub-Signature-256", "sha256=" + hmac(body));
        return headers;
    }

    private static String hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that is measured. */
    String metrics() {
        return RawHttp.get(managementPort(), "/metrics").body();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
