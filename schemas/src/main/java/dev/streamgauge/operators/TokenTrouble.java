package dev.streamgauge.operators;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Kafka's clients complain of when they get no token from an identity provider (SASL/OAUTHBEARER). Its classes tell no reason, only its messages do. */
final class TokenTrouble {

    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final Pattern NOT_ALLOWED =
            Pattern.compile("Invalid value (\\S+) for configuration (\\S+): .*" + Pattern.quote(ALLOWED));
    private static final Pattern ANSWER = Pattern.compile(
            "(?s)The (?:unexpected )?response code (\\d+) and error (?:response|message) (.*?) was encountered");

    /** An error as OAuth has it and Kafka writes it; anything else may be a page of whoever stands before the provider. */
    private static final Pattern ERROR = Pattern.compile("\\{\"[^\"\\r\\n]{1,80}\" - \"?[^\"\\r\\n]{0,200}\"?}");

    private static final Pattern SILENCE = Pattern.compile("(java\\.net\\.\\S+Exception\\b.*)");
    private static final Pattern TLS = Pattern.compile("(javax\\.net\\.ssl\\.\\S+Exception\\b.*)");
    private static final String AT = "sasl.oauthbearer.token.endpoint.url";

    private TokenTrouble() {}

    /**
     * The trouble, with what to do; empty: it is another one.
     *
     * @param login whether a login failed, for which nobody but an identity provider is asked
     */
    static Optional<String> of(Collection<String> messages, boolean login) {
        return messages.stream()
                .flatMap(
                        message -> notAllowed(message)
                                .or(() -> refused(message))
                                .or(() -> login ? unreached(message) : Optional.empty())
                                .stream())
                .findFirst();
    }

    private static Optional<String> notAllowed(String message) {
        Matcher found = NOT_ALLOWED.matcher(message);
        return found.find()
                ? Optional.of(
                        "there is no token: Kafka asks only addresses that the JVM allows: set STREAMGAUGE_JAVA_OPTS=-D%s=%s, or correct %s"
                                .formatted(ALLOWED, found.group(1), found.group(2)))
                : Optional.empty();
    }

    private static Optional<String> unreached(String message) {
        Matcher tls = TLS.matcher(message);
        if (tls.find()) {
            return Optional.of(
                    "there is no token: TLS with the identity provider failed (%s): Kafka trusts there whom ssl.truststore.location within sasl.jaas.config names, or the JVM"
                            .formatted(tls.group(1)));
        }
        Matcher found = SILENCE.matcher(message);
        return found.find()
                ? Optional.of("there is no token: the identity provider does not answer (%s): look at %s"
                        .formatted(found.group(1), AT))
                : Optional.empty();
    }

    private static Optional<String> refused(String message) {
        Matcher found = ANSWER.matcher(message);
        if (!found.find()) {
            return Optional.empty();
        }
        String error = ERROR.matcher(found.group(2)).matches() ? ", " + found.group(2) : "";
        return Optional.of(
                "there is no token: the identity provider answers %s%s: look at sasl.oauthbearer.client.credentials.client.id, sasl.oauthbearer.client.credentials.client.secret and %s"
                        .formatted(found.group(1), error, AT));
    }
}
