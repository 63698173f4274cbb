package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.settings.flat.Setting;
import java.nio.file.Path;

/** The gateway's certificate. */
public record Tls(
        @Setting(
                name = "gateway.tls.keystore",
                meaning =
                        "A file with the key and its certificates. With it the gateway speaks HTTPS, without it HTTP.")
        Path keystore,

        @Setting(
                name = "gateway.tls.keystore.type",
                otherwise = "PKCS12",
                meaning = "The file's form, as Java names it.")
        String type,

        @Setting(name = "gateway.tls.keystore.password", meaning = "Its password. Secret.")
        Secret password) {

    /** Whether to speak HTTPS. */
    public boolean isOn() {
        return keystore != null;
    }
}
