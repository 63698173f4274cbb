package dev.streamgauge.standalone.serve;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.settings.flat.Listener;
import dev.streamgauge.standalone.access.Use;
import java.util.List;
import java.util.Optional;

/** A role that has been given its settings. */
public interface Service {

    /** What is wrong with them, a line each. */
    List<String> mistakes();

    /** Where it is going to listen; nowhere, if there are mistakes. */
    List<Listener> listeners();

    /** What it does in Kafka. Only without {@link #mistakes}. */
    List<Use> uses();

    /** The topics of the catalogue without which it cannot work. Only without {@link #mistakes}. */
    default List<Topic<?, ?>> topics() {
        return uses().stream()
                .<Topic<?, ?>>flatMap(use -> use.topic().stream())
                .distinct()
                .toList();
    }

    /**
     * Starts it. Only without {@link #mistakes}.
     *
     * @throws dev.streamgauge.standalone.StandaloneException if it cannot be started
     */
    Running start();

    /** A role at work. */
    interface Running extends AutoCloseable {

        /** Where it can be reached, in a line for people. */
        String says();

        /** Why it has stopped by itself and will not come round; empty while it runs. Asked every second. */
        default Optional<String> failure() {
            return Optional.empty();
        }

        @Override
        void close();
    }
}
