package dev.streamgauge.settings.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names and patterns of names, compared without regard to case. */
public final class NameList {

    private final Set<String> exact = new HashSet<>();
    private final List<Glob> patterns = new ArrayList<>();

    private NameList() {}

    /** The list of these; a {@code *} in one stands for any characters. */
    public static NameList of(Collection<String> names) {
        NameList list = new NameList();
        for (String name : names) {
            if (name.contains("*")) {
                list.patterns.add(Glob.ofName(name));
            } else {
                list.exact.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return list;
    }

    /** Whether the name is in the list; null is not. */
    public boolean has(String name) {
        return name != null && (exact.contains(name.toLowerCase(Locale.ROOT)) || fits(name));
    }

    private boolean fits(String name) {
        for (Glob pattern : patterns) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the names is in the list. */
    public boolean hasAnyOf(Collection<String> names) {
        return names.stream().anyMatch(this::has);
    }

    /** Whether there is nothing in the list. */
    public boolean isEmpty() {
        return exact.isEmpty() && patterns.isEmpty();
    }
}
