package dev.streamgauge.standalone.registry;

import java.util.List;
import java.util.Locale;

/** How a new schema must fit the earlier ones of its subject. */
public enum Level {
    NONE(false, false, false),
    /** Consumers with the new schema read what the last one wrote. */
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    /** Consumers with the last schema read what the new one writes. */
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    Level(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    boolean isBackward() {
        return backward;
    }

    boolean isForward() {
        return forward;
    }

    /** Of a subject's versions, oldest first, those that a new one is held against. */
    <T> List<T> heldAgainst(List<T> versions) {
        if (this == NONE || versions.isEmpty()) {
            return List.of();
        }
        return transitive ? versions : versions.subList(versions.size() - 1, versions.size());
    }

    /** By its name in any case; null if there is none of that name. */
    static Level parse(String name) {
        for (Level level : values()) {
            if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        return null;
    }
}
