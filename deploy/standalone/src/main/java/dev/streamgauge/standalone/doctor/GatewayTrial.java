package dev.streamgauge.standalone.doctor;

import dev.streamgauge.connectors.gateway.config.SourceConfig;
import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.connectors.gateway.signatures.Signing;
import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.Causes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Sends a delivery to the running gateway as the provider would, and one that only looks like it. */
final class GatewayTrial {

    private static final String CHECK = "gateway";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final SourceConfig source;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    GatewayTrial(URI address, SourceConfig source) {
        this.address = address;
        this.source = source;
    }

    Finding run() {
        try {
            int signed = send(source.secret());
            if (signed / 100 != 2) {
                return Finding.wrong(
                        CHECK, "%s answers %d to a signed delivery".formatted(address, signed), why(signed));
            }
            if (source.scheme() == Scheme.NONE) {
                return Finding.ok(CHECK, "%s answers %d; it proves nothing (scheme none)".formatted(address, signed));
            }
            int unsigned = send(guess());
            return unsigned == 401
                    ? Finding.ok(CHECK, "%s answers %d to a signed delivery, 401 to others".formatted(address, signed))
                    : Finding.wrong(
                            CHECK,
                            "%s answers %d to a delivery that is signed with another secret"
                                    .formatted(address, unsigned),
                            "something before the gateway answers in its place: look at the proxy");
        } catch (IOException e) {
            return Finding.wrong(
                    CHECK,
                    "%s does not answer: %s".formatted(address, Causes.of(e)),
                    "start it (./streamgauge serve), or say with --gateway where it is");
        }
    }

    private static String why(int status) {
        return switch (status) {
            case 401 -> "the gateway runs with another secret or scheme: restart it with this file";
            case 404 ->
                "the gateway runs without this source, or behind another path: restart it with this file, or correct --gateway";
            case 503 -> "the gateway cannot reach Kafka or the registry: see its log, and /readyz";
            default -> "see the gateway's log";
        };
    }

    private static Secret guess() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return new Secret("doctor:" + HexFormat.of().formatHex(random));
    }

    private int send(Secret secret) throws IOException {
        byte[] body = Ping.body(source.provider());
        Map<String, String> headers = new HashMap<>(Ping.headers());
        headers.putAll(
                Signing.headers(source.scheme(), secret, body, Clock.systemUTC().instant()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StandaloneException("Interrupted", e);
        }
    }
}
