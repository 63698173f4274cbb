package dev.streamgauge.processors.rules;

import dev.streamgauge.settings.match.NameList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Patterns of subjects, compared without regard to case. A subject is in the scope if it has everything that the scope names. */
public final class Scope {

    /** Every subject. */
    public static final Scope EVERYTHING = new Scope(Map.of());

    private final Map<Attribute, NameList> patterns = new EnumMap<>(Attribute.class);

    Scope(Map<Attribute, List<String>> texts) {
        texts.forEach((attribute, names) -> patterns.put(attribute, NameList.of(names)));
    }

    boolean matches(Subject subject) {
        for (Map.Entry<Attribute, NameList> pattern : patterns.entrySet()) {
            if (!pattern.getValue().has(subject.get(pattern.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether labels of queues are told apart. */
    boolean namesLabels() {
        return patterns.containsKey(Attribute.LABEL)
                || patterns.containsKey(Attribute.SERVICE)
                || patterns.containsKey(Attribute.ENVIRONMENT);
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }
}
