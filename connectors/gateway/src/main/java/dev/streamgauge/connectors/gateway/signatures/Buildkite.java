package dev.streamgauge.connectors.gateway.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.settings.flat.Secret;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Buildkite's signature: {@code timestamp=<seconds>,signature=<hex>}, over {@code time.body}. */
final class Buildkite {

    private static final Pattern FORM =
            Pattern.compile("\\s*timestamp=([0-9]{1,12})\\s*,\\s*signature=([0-9a-fA-F]{64})\\s*");

    private Buildkite() {}

    static Verdict verify(Delivery delivery, List<Secret> secrets) {
        String value = delivery.header("x-buildkite-signature");
        if (value == null) {
            return Verdict.MISSING;
        }
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            return Verdict.MALFORMED;
        }
        byte[] before = (parts.group(1) + ".").getBytes(UTF_8);
        if (!Hmac.signs(secrets, List.of(HexSignatures.hex(parts.group(2))), before, delivery.body())) {
            return Verdict.WRONG;
        }
        Verdict problem = SignedTime.problem(parts.group(1), delivery.receivedAt());
        return problem == null ? Verdict.VALID : problem;
    }
}
