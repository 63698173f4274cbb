package dev.streamgauge.standalone.serve;

import dev.streamgauge.operators.KafkaTrouble;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.Listener;
import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/**
 * What the roles have in common: settings that may hold mistakes, and a start that may fail.
 *
 * @param <C> its configuration
 */
abstract class ConfiguredService<C> implements Service {

    private final String name;
    private final C config;
    private final List<String> mistakes;

    /**
     * Reads the configuration; nothing runs yet.
     *
     * @param name of the service, for messages: {@code The gateway}
     * @param reading may fail with the settings' mistakes
     */
    ConfiguredService(String name, Supplier<C> reading) {
        C read = null;
        List<String> wrong = List.of();
        try {
            read = reading.get();
        } catch (SettingsException e) {
            wrong = e.mistakes();
        }
        this.name = name;
        this.config = read;
        this.mistakes = wrong;
    }

    /** Only without {@link #mistakes}. */
    final C config() {
        return config;
    }

    /** Starts it; what the exceptions say is for people, and Kafka's is told with the service's name. */
    abstract Running open() throws IOException;

    /** Where it is going to listen, as its configuration says. */
    abstract List<Listener> listeners(C given);

    @Override
    public final List<Listener> listeners() {
        return config == null ? List.of() : listeners(config);
    }

    @Override
    public final List<String> mistakes() {
        return mistakes;
    }

    @Override
    public final Running start() {
        try {
            return open();
        } catch (IOException e) {
            throw new StandaloneException(e.getMessage(), e);
        } catch (KafkaException e) { // the registry's mistakes too
            throw new StandaloneException("%s cannot start: %s".formatted(name, KafkaTrouble.of(e)), e);
        }
    }
}
