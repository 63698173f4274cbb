package dev.streamgauge.standalone.deliveries;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.standalone.StandaloneException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers' mappers with an installation's rules. */
public final class Mapping {

    private static final Logger LOG = LoggerFactory.getLogger(Mapping.class);

    private final DoorRules rules;

    private Mapping(DoorRules rules) {
        this.rules = rules;
    }

    /**
     * With the rules of a file.
     *
     * @param doors null: the usual rules
     * @throws StandaloneException if the file cannot be used
     */
    public static Mapping by(Path doors) {
        return new Mapping(doors == null ? DoorRules.usual() : read(doors));
    }

    /** The rules of a file; fails likewise. */
    public static DoorRules read(Path doors) {
        if (!Files.isReadable(doors)) {
            throw new StandaloneException("The rules of the doors, %s, cannot be read".formatted(doors));
        }
        try {
            return DoorRules.read(doors);
        } catch (SettingsException e) {
            throw new StandaloneException("The rules of the doors, %s, cannot be used:".formatted(doors), e.mistakes());
        }
    }

    // A mapper that fails is our mistake: it is counted, and the others go on.
    Mapped map(Provider provider, Delivery delivery) {
        try {
            return provider.map(delivery, rules);
        } catch (RuntimeException e) {
            LOG.warn("The mapper of {} failed", provider.name(), e);
            return new Mapped.Unmappable(
                    Refusal.UNDECODABLE, "The mapper failed: " + e.getClass().getSimpleName());
        }
    }
}
