package dev.streamgauge.standalone.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the registry knows. It changes by entries only, so that the log rebuilds it. Not thread-safe. */
final class State {

    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final NavigableMap<Integer, String> schemas = new TreeMap<>();
    private final Map<String, Level> levels = new HashMap<>();
    private Optional<Level> globalLevel = Optional.empty();

    void apply(Entry entry) {
        if (entry instanceof Entry.Registered registered) {
            register(registered);
        } else if (entry instanceof Entry.LevelSet set) {
            setLevel(set);
        } else if (entry instanceof Entry.Deleted deleted) {
            versions(deleted.subject()).computeIfPresent(deleted.version(), (version, found) -> found.asDeleted());
        } else if (entry instanceof Entry.Removed removed) {
            remove(removed);
        }
    }

    Collection<String> subjects() {
        return subjects.keySet();
    }

    /** All versions of a subject, hidden ones too; empty if there is none. */
    NavigableMap<Integer, SchemaVersion> versions(String subject) {
        return subjects.getOrDefault(subject, new TreeMap<>());
    }

    /** The versions of a subject, oldest first, without the hidden ones. */
    List<SchemaVersion> visible(String subject) {
        return versions(subject).values().stream()
                .filter(version -> !version.deleted())
                .toList();
    }

    Optional<String> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    Optional<Integer> id(String canonicalSchema) {
        return Optional.ofNullable(ids.get(canonicalSchema));
    }

    int nextId() {
        return schemas.isEmpty() ? 1 : schemas.lastKey() + 1;
    }

    Optional<Level> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    Optional<Level> globalLevel() {
        return globalLevel;
    }

    private void register(Entry.Registered entry) {
        ids.put(entry.schema(), entry.id());
        schemas.put(entry.id(), entry.schema());
        subjects.computeIfAbsent(entry.subject(), subject -> new TreeMap<>())
                .put(
                        entry.version(),
                        new SchemaVersion(entry.subject(), entry.version(), entry.id(), entry.schema(), false));
    }

    private void setLevel(Entry.LevelSet entry) {
        if (entry.subject() == null) {
            globalLevel = Optional.ofNullable(entry.level());
        } else if (entry.level() == null) {
            levels.remove(entry.subject());
        } else {
            levels.put(entry.subject(), entry.level());
        }
    }

    private void remove(Entry.Removed entry) {
        NavigableMap<Integer, SchemaVersion> versions = versions(entry.subject());
        versions.remove(entry.version());
        if (versions.isEmpty()) {
            subjects.remove(entry.subject());
        }
    }
}
