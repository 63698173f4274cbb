package dev.streamgauge.connectors.providers.commits;

import dev.streamgauge.settings.match.Glob;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** AI assistants as commits name them. They are no persons and are told by name. */
public final class Assistants {

    /** Nobody is known. */
    public static final Assistants NONE = new Assistants(Map.of());

    private final Map<String, String> exact = new HashMap<>();
    private final Map<Glob, String> patterns = new LinkedHashMap<>();

    /**
     * The assistants of these names.
     *
     * @param marks for each its git names and e-mail addresses, in any case; a {@code *} stands for any characters
     */
    public Assistants(Map<String, List<String>> marks) {
        marks.forEach((assistant, texts) -> texts.forEach(text -> add(assistant, text)));
    }

    private void add(String assistant, String text) {
        if (text.contains("*")) {
            patterns.put(Glob.ofName(text), assistant);
        } else {
            exact.put(text.toLowerCase(Locale.ROOT), assistant);
        }
    }

    /** The assistant that a person of a commit is, or null. */
    public String named(Person person) {
        String byName = named(person.name());
        return byName == null ? named(person.email()) : byName;
    }

    private String named(String text) {
        String found = exact.get(text.toLowerCase(Locale.ROOT));
        if (found != null) {
            return found;
        }
        for (Map.Entry<Glob, String> pattern : patterns.entrySet()) {
            if (pattern.getKey().matches(text)) {
                return pattern.getValue();
            }
        }
        return null;
    }
}
