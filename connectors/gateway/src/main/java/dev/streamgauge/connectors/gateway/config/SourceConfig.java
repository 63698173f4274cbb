package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.settings.flat.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Somebody who sends to {@code /webhooks/<name>}. */
public record SourceConfig(
        @Setting(name = "provider", meaning = "Who sends: the name of a provider. Required.")
        String provider,

        @Setting(
                name = "scheme",
                meaning = "How it proves that it is the sender, see below. Left out: as its provider usually does.")
        Scheme scheme,

        @Setting(
                name = "secret",
                meaning =
                        "The secret that both know. Secret. Required, unless the scheme is `none`, or the source is a topic.")
        Secret secret,

        @Setting(
                name = "secret.file",
                meaning =
                        "Instead of `secret`: a file that holds it and nothing else; a line break at its end does not count. Read when the gateway starts. Let nobody but the gateway's user read it (`chmod 400`).")
        Path secretFile,

        @Setting(
                name = "secret.previous",
                meaning =
                        "The secret before that one, still valid while the sender is changed over. Secret. Take it away afterwards.")
        Secret previous) {

    /** All secrets that are valid now. */
    public List<Secret> secrets() {
        return Stream.of(secret, previous).filter(Objects::nonNull).toList();
    }

    SourceConfig withScheme(Scheme chosen) {
        return new SourceConfig(provider, chosen, secret, secretFile, previous);
    }

    SourceConfig withSecret(Secret read) {
        return new SourceConfig(provider, scheme, read, secretFile, previous);
    }
}
