package dev.streamgauge.operators;

import java.nio.file.NoSuchFileException;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.BadPaddingException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** What Kafka's clients complain of, in a line for people: what it is, and what to do. The settings are named as Kafka names them. */
public final class KafkaTrouble {

    private static final String PROTOCOL = "security.protocol";
    private static final int LONGEST = 12;

    /** Kafka's client for tokens tells in its message where it was thrown. */
    private static final Pattern TRACE =
            Pattern.compile("(?s)\\s+at [\\w.$/<>@-]+\\((?:[\\w$]+\\.java:\\d+|Native Method|Unknown Source)\\).*");

    private KafkaTrouble() {}

    /** Whether the brokers refuse who we are, or what we want: it will not be well by itself. */
    public static boolean isRefusal(Throwable failure) {
        return find(failure, each -> each instanceof AuthenticationException || each instanceof AuthorizationException)
                .isPresent();
    }

    /** The trouble, with what to do where that is known. */
    public static String of(Throwable failure) {
        return certificate(failure)
                .or(() -> handshake(failure))
                .or(() -> identity(failure))
                .or(() -> TokenTrouble.of(
                        messages(failure), find(failure, LoginException.class).isPresent()))
                .or(() -> store(failure))
                .or(() -> right(failure))
                .orElseGet(() -> innermost(failure));
    }

    /** The same for what need not be Kafka's complaint: what is none is known by its kind. */
    public static String orKind(Throwable failure) {
        return isRefusal(failure) ? of(failure) : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static Optional<String> certificate(Throwable failure) {
        if (find(failure, CertificateExpiredException.class).isPresent()) {
            return Optional.of(
                    "TLS failed: the broker's certificate has expired (%s): have a new one made for it; if it has not, this machine's clock is wrong"
                            .formatted(innermost(failure)));
        }
        if (find(failure, CertificateNotYetValidException.class).isPresent()) {
            return Optional.of(
                    "TLS failed: the broker's certificate is not valid yet (%s): is this machine's clock right?"
                            .formatted(innermost(failure)));
        }
        boolean untrusted = find(
                        failure,
                        each -> each instanceof CertPathBuilderException || each instanceof CertPathValidatorException)
                .isPresent();
        return untrusted
                ? Optional.of(
                        "TLS failed: the broker's certificate is signed by nobody who is trusted: put it, or its signer's, into ssl.truststore.location")
                : Optional.empty();
    }

    private static Optional<String> handshake(Throwable failure) {
        if (find(failure, SslAuthenticationException.class).isEmpty()) {
            return Optional.empty();
        }
        String why = innermost(failure);
        if (why.contains("No name matching") || why.contains("No subject alternative")) {
            return Optional.of(
                    "TLS failed: the broker's certificate is for another name (%s): name the broker in bootstrap.servers as its certificate does"
                            .formatted(why));
        }
        if (why.contains("Unsupported or unrecognized SSL message")) {
            return Optional.of("TLS failed: nobody speaks TLS there: look at the port, and at " + PROTOCOL);
        }
        return Optional.of(
                "TLS failed: %s: look at %s, and at ssl.keystore.location if the brokers want a certificate of ours"
                        .formatted(why, PROTOCOL));
    }

    private static Optional<String> identity(Throwable failure) {
        return find(failure, SaslAuthenticationException.class)
                .map(refused -> String.valueOf(refused.getMessage()))
                .map(why -> why.contains("invalid_token")
                        ? "the brokers do not take our token (%s): it has expired, or it is not for them: does the identity provider answer, and are the audience, the issuer and the clocks right?"
                                .formatted(why)
                        : "the brokers do not take us for who we say we are (%s): look at sasl.mechanism, and at the user and the password in sasl.jaas.config"
                                .formatted(why));
    }

    private static Optional<String> store(Throwable failure) {
        Optional<Throwable> store =
                find(failure, each -> String.valueOf(each.getMessage()).startsWith("Failed to load SSL keystore"));
        if (store.isEmpty()) {
            return Optional.empty();
        }
        String what = store.get().getMessage().replace("Failed to load SSL keystore", "the key or trust store");
        if (find(failure, NoSuchFileException.class).isPresent()) {
            return Optional.of(what + " is not there: look at ssl.truststore.location and ssl.keystore.location");
        }
        boolean password = find(
                        failure,
                        each -> each instanceof UnrecoverableKeyException
                                || each instanceof BadPaddingException
                                || String.valueOf(each.getMessage()).contains("BadPadding"))
                .isPresent();
        return Optional.of(
                password
                        ? what
                                + " does not open with its password: look at ssl.truststore.password and ssl.keystore.password"
                        : "%s cannot be read: %s".formatted(what, innermost(failure)));
    }

    private static Optional<String> right(Throwable failure) {
        return find(failure, AuthorizationException.class)
                .map(refused ->
                        "its user may not use %s: ./streamgauge doctor says which right is missing, and the command that adds it"
                                .formatted(resource(failure, refused)));
    }

    private static String resource(Throwable failure, Throwable refused) {
        if (refused instanceof TopicAuthorizationException topics
                && !topics.unauthorizedTopics().isEmpty()) {
            return "the topics " + String.join(", ", new TreeSet<>(topics.unauthorizedTopics()));
        }
        if (refused instanceof GroupAuthorizationException group && group.groupId() != null) {
            return "the group " + group.groupId();
        }
        return refused instanceof TransactionalIdAuthorizationException
                ? "its transactional ids (%s)".formatted(refused.getMessage())
                : "what it needs (%s)".formatted(whole(failure));
    }

    private static <T extends Throwable> Optional<Throwable> find(Throwable failure, Class<T> type) {
        return find(failure, type::isInstance);
    }

    private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
        return chain(failure).stream().filter(wanted).findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && chain.size() < LONGEST; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    /** Kafka does not always say what it refused; who asked does. */
    private static String whole(Throwable failure) {
        return messages(failure).stream().distinct().collect(Collectors.joining(" "));
    }

    private static List<String> messages(Throwable failure) {
        return chain(failure).stream()
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .map(message -> TRACE.matcher(message).replaceAll(""))
                .filter(message -> !message.isBlank())
                .toList();
    }

    // Libraries wrap the reason in words that help nobody.
    private static String innermost(Throwable failure) {
        return messages(failure).stream()
                .reduce((outer, inner) -> inner)
                .orElse(failure.getClass().getSimpleName());
    }
}
