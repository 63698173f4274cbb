package dev.streamgauge.connectors.gateway.signatures;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.settings.flat.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The ways in which providers prove that a delivery is theirs. */
public enum Scheme {
    GITHUB(Scheme::github, "`X-Hub-Signature-256: sha256=…`; SHA-1 alone is refused"),
    HUB(new HexSignatures("x-hub-signature", "sha256", 1)::verify, "`X-Hub-Signature: sha256=…`: Bitbucket"),
    GITLAB_TOKEN(
            (delivery, secrets) -> Tokens.plain("x-gitlab-token", delivery, secrets),
            "`X-Gitlab-Token` holds the secret itself: weaker than a signature, use TLS"),
    STANDARD_WEBHOOKS(
            StandardWebhooks::verify,
            "`webhook-id`, `webhook-timestamp`, `webhook-signature: v1,…`: GitLab's signing token, and others"),
    CIRCLECI(new HexSignatures("circleci-signature", "v1", 10)::verify, "`circleci-signature: v1=…`"),
    BUILDKITE_SIGNATURE(Buildkite::verify, "`X-Buildkite-Signature: timestamp=…,signature=…`"),
    BUILDKITE_TOKEN(
            (delivery, secrets) -> Tokens.plain("x-buildkite-token", delivery, secrets),
            "`X-Buildkite-Token` holds the secret itself: weaker than a signature, use TLS"),
    PAGERDUTY(new HexSignatures("x-pagerduty-signature", "v1", 10)::verify, "`X-PagerDuty-Signature: v1=…`"),
    FLUX(new HexSignatures("x-signature", "sha256", 1)::verify, "`X-Signature: sha256=…`: Flux's `generic-hmac`"),
    BASIC(Tokens::basic, "`Authorization: Basic …`; the secret is `user:password`. Use TLS"),
    BEARER(Tokens::bearer, "`Authorization: Bearer …`. Use TLS"),
    NONE((delivery, secrets) -> Verdict.VALID, "nothing is proved; only where the gateway listens on loopback");

    private static final Map<String, Scheme> USUAL = Map.of(
            "github", GITHUB,
            "gitlab", GITLAB_TOKEN,
            "bitbucket", HUB,
            "bitbucket-dc", HUB,
            "circleci", CIRCLECI,
            "buildkite", BUILDKITE_SIGNATURE,
            "pagerduty", PAGERDUTY,
            "azure-devops", BASIC,
            "flux", FLUX);

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing that changes
    private final BiFunction<Delivery, List<Secret>, Verdict> check;

    private final String meaning;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Scheme(BiFunction<Delivery, List<Secret>, Verdict> check, String meaning) {
        this.check = check;
        this.meaning = meaning;
    }

    /**
     * Whether the delivery is the provider's own. The time against which a signed time is held is that of its receipt.
     *
     * @param secrets all that are valid now; one must fit
     */
    public Verdict verify(Delivery delivery, List<Secret> secrets) {
        return check.apply(delivery, secrets);
    }

    /** Its name in the configuration. */
    public String code() {
        return code;
    }

    /** What the provider sends, for the documentation. */
    public String meaning() {
        return meaning;
    }

    /** What a provider does unless configured otherwise; a bearer token, if nothing better is known of it. */
    public static Scheme usual(String provider) {
        return USUAL.getOrDefault(provider, BEARER);
    }

    /** The scheme of this name, or null. */
    public static Scheme named(String code) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Verdict github(Delivery delivery, List<Secret> secrets) {
        Verdict verdict = new HexSignatures("x-hub-signature-256", "sha256", 1).verify(delivery, secrets);
        boolean old = verdict == Verdict.MISSING && delivery.header("x-hub-signature") != null;
        return old ? Verdict.LEGACY : verdict;
    }
}
