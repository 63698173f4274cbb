package dev.streamgauge.connectors.alerting.http;

import java.security.cert.CertPathBuilderException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a call failed, in a line that says what to do where that is known. */
final class Trouble {

    private Trouble() {}

    static String of(Throwable trouble) {
        if (trouble instanceof TimeoutException) {
            return "no answer in time";
        }
        return trouble instanceof SSLException ? "TLS failed: " + tls(trouble) : text(trouble);
    }

    private static String tls(Throwable trouble) {
        Optional<Throwable> unknown = causes(trouble)
                .filter(CertPathBuilderException.class::isInstance)
                .findFirst();
        return unknown.isPresent()
                ? "its certificate is signed by nobody who is trusted: put it, or its signer's, into alerting.tls.truststore"
                : text(trouble);
    }

    private static Stream<Throwable> causes(Throwable trouble) {
        return Stream.iterate(trouble, each -> each != null, Throwable::getCause);
    }

    private static String text(Throwable trouble) {
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
    }
}
