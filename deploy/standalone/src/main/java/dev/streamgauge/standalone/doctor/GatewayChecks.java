package dev.streamgauge.standalone.doctor;

import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.gateway.config.SourceConfig;
import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Providers;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.deliveries.Mapping;
import dev.streamgauge.standalone.settings.ServiceSettings;

/** What the gateway's settings say of its sources, beyond what makes them a mistake. */
final class GatewayChecks {

    /** A shorter secret can be guessed by somebody who has time. */
    private static final int SHORTEST_SECRET = 16;

    private GatewayChecks() {}

    /**
     * The gateway's settings.
     *
     * @throws dev.streamgauge.settings.SettingsException if they hold mistakes
     */
    static GatewayConfig config(ServiceSettings settings) {
        return GatewayConfig.of(
                settings.gateway(), Providers.all().stream().map(Provider::name).toList());
    }

    static Finding doors(GatewayConfig config) {
        if (config.doorsFile() == null) {
            return Finding.ok("doors", "the usual rules (doors.file is not set)");
        }
        try {
            Mapping.read(config.doorsFile());
            return Finding.ok("doors", config.doorsFile() + " can be used");
        } catch (StandaloneException e) {
            return Finding.wrong("doors", e.getMessage() + " " + String.join("; ", e.mistakes()), "correct the file");
        }
    }

    static Finding secret(String source, SourceConfig own) {
        if (own.scheme() == Scheme.NONE) {
            return Finding.ok("secret", "none is needed (scheme none)");
        }
        String name = "source." + source + ".secret";
        int length = own.secret().reveal().length();
        return length >= SHORTEST_SECRET
                ? Finding.ok(
                        "secret",
                        "%s is set, scheme %s".formatted(name, own.scheme().code()))
                : Finding.wrong(
                        "secret",
                        "%s has %d characters and can be guessed".formatted(name, length),
                        "choose one of at least %d, for example of: openssl rand -hex 32".formatted(SHORTEST_SECRET));
    }
}
