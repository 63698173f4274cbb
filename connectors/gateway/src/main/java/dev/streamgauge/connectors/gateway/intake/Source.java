package dev.streamgauge.connectors.gateway.intake;

import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.settings.flat.Secret;
import java.util.List;

/**
 * Somebody who sends: a name in addresses, the provider that reads what comes, and how it proves itself.
 *
 * @param scheme null for a topic, of which its cluster says who may write to it
 */
public record Source(String name, Provider provider, Scheme scheme, List<Secret> secrets) {

    /** One that writes to a topic. */
    public static Source ofTopic(String name, Provider provider) {
        return new Source(name, provider, null, List.of());
    }

    /** Whether anybody could have sent it. */
    public boolean provesNothing() {
        return scheme == Scheme.NONE;
    }
}
