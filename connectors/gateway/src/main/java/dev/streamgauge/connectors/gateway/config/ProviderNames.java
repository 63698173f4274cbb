package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.schemas.json.Names;
import java.util.List;

/** The providers that may be named, and the complaints about others. */
record ProviderNames(List<String> names, List<String> mistakes) {

    /** Complains unless it is one. */
    void check(String prefix, String provider) {
        if (provider == null) {
            mistakes.add(prefix + "provider is missing: it says who sends, one of " + String.join(", ", names));
        } else if (!names.contains(provider)) {
            mistakes.add("%sprovider is '%s', which is no provider, %s"
                    .formatted(prefix, provider, Names.suggest(provider, names)));
        }
    }
}
