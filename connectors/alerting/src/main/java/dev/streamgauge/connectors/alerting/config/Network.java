package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.connectors.alerting.http.Outgoing;
import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.settings.flat.Setting;
import dev.streamgauge.settings.flat.Texts;
import java.nio.file.Path;
import java.util.List;

/** Where receivers may be, and who vouches for them. */
public record Network(
        @Setting(
                name = "allow.hosts",
                meaning =
                        "Who may be called though they are in a private network, or without TLS: names, `*.corp.example`, addresses and blocks (`10.1.0.0/16`), separated by commas. Left out: nobody; only `https` to public addresses.")
        Texts allow,

        @Setting(
                name = "tls.truststore",
                meaning = "Certificates to trust instead of Java's, for receivers with certificates of your own.")
        Path trustStore,

        @Setting(name = "tls.truststore.type", otherwise = "PKCS12", meaning = "The file's form, as Java names it.")
        String trustStoreType,

        @Setting(name = "tls.truststore.password", meaning = "Its password. Secret.")
        Secret trustStorePassword) {

    /** Who may be called. */
    public List<String> allowed() {
        return allow == null ? List.of() : allow.all();
    }

    /** Who vouches for them. */
    public Outgoing.Trust trust() {
        return new Outgoing.Trust(
                trustStore, trustStoreType, trustStorePassword == null ? null : trustStorePassword.reveal());
    }
}
