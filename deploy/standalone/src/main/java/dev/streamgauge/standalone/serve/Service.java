package dev.streamgauge.standalone.serve;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.settings.flat.Listener;
import java.util.List;
import java.util.Optional;

/** A role that has been given its settings. */
public interface Service {

    /** What is wrong with them, a line each. */
    List<String> mistakes();

    /** Where it is going to listen; nowhere, if there are mistakes. */
    List<Listener> listeners();

    /** The topics without which it cannot work. */
    List<Topic<?, ?>> topics();

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
