package dev.streamgauge.connectors.gateway.intake;

import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.connectors.gateway.signatures.Secret;
import dev.streamgauge.connectors.providers.Provider;
import java.util.List;

/** Somebody who sends: a name in addresses, the provider that reads what comes, and how it proves itself. */
public record Source(String name, Provider provider, Scheme scheme, List<Secret> secrets) {

    /** Whether anybody could have sent it. */
    public boolean provesNothing() {
        return scheme == Scheme.NONE;
    }
}
