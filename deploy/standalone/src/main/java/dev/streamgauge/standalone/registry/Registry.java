package dev.streamgauge.standalone.registry;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The registry's rules. Every change is on disk before its caller hears of it. Thread-safe. */
final class Registry {

    private final State state;
    private final EntryLog log;
    private final Level defaultLevel;

    Registry(State state, EntryLog log, Level defaultLevel) {
        this.state = state;
        this.log = log;
        this.defaultLevel = defaultLevel;
    }

    synchronized List<String> subjects(boolean withDeleted) {
        return state.subjects().stream()
                .filter(subject -> withDeleted || !state.visible(subject).isEmpty())
                .toList();
    }

    /** The versions of a subject, oldest first; fails if there are none. */
    synchronized Collection<SchemaVersion> versions(String subject, boolean withDeleted) {
        Collection<SchemaVersion> versions =
                withDeleted ? List.copyOf(state.versions(subject).values()) : state.visible(subject);
        if (versions.isEmpty()) {
            throw Failure.noSubject(subject);
        }
        return versions;
    }

    synchronized SchemaVersion version(String subject, VersionRef version, boolean withDeleted) {
        NavigableMap<Integer, SchemaVersion> versions = new TreeMap<>();
        versions(subject, withDeleted).forEach(found -> versions.put(found.version(), found));
        return version.in(versions);
    }

    synchronized String schema(int id) {
        return state.schema(id).orElseThrow(() -> Failure.noSchema("with id " + id));
    }

    /** Where a schema is used. */
    synchronized List<SchemaVersion> uses(int id, boolean withDeleted) {
        schema(id);
        return state.subjects().stream()
                .flatMap(subject -> state.versions(subject).values().stream())
                .filter(version -> version.id() == id && (withDeleted || !version.deleted()))
                .toList();
    }

    /** Finds a schema in a subject by its text. */
    synchronized SchemaVersion lookup(String subject, Schema schema, boolean withDeleted) {
        return find(versions(subject, withDeleted), schema.toString())
                .orElseThrow(() -> Failure.noSchema("like this in subject '" + subject + "'"));
    }

    /** Adds a schema to a subject unless it is there already, and returns it with its id. */
    synchronized SchemaVersion register(String subject, Schema schema) {
        List<SchemaVersion> visible = state.visible(subject);
        String text = schema.toString();
        Optional<SchemaVersion> known = find(visible, text);
        if (known.isPresent()) {
            return known.get();
        }
        refuseIncompatible(subject, schema, visible);
        NavigableMap<Integer, SchemaVersion> all = state.versions(subject);
        int version = all.isEmpty() ? 1 : all.lastKey() + 1;
        int id = state.id(text).orElseGet(state::nextId);
        write(List.of(new Entry.Registered(subject, version, id, text)));
        return new SchemaVersion(subject, version, id, text, false);
    }

    /** What would speak against a schema in a subject; against one version of it if one is named. */
    synchronized List<String> problems(String subject, Schema schema, Optional<VersionRef> version) {
        List<SchemaVersion> visible = state.visible(subject);
        if (version.isEmpty() || (visible.isEmpty() && version.get().isLatest())) {
            return Compatibility.problems(levelOf(subject), schema, visible);
        }
        return Compatibility.problems(levelOf(subject), schema, List.of(version(subject, version.get(), false)));
    }

    synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
        Collection<SchemaVersion> all = versions(subject, true);
        List<SchemaVersion> visible = state.visible(subject);
        if (permanent && !visible.isEmpty()) {
            throw Failure.subjectNotDeleted(subject);
        }
        if (!permanent && visible.isEmpty()) {
            throw Failure.subjectDeleted(subject);
        }
        return delete(permanent ? all : visible, permanent);
    }

    synchronized int deleteVersion(String subject, VersionRef version, boolean permanent) {
        SchemaVersion found = version(subject, version, permanent || !version.isLatest());
        if (permanent && !found.deleted()) {
            throw Failure.versionNotDeleted(found.version());
        }
        if (!permanent && found.deleted()) {
            throw Failure.versionDeleted(found.version());
        }
        return delete(List.of(found), permanent).get(0);
    }

    synchronized Level globalLevel() {
        return state.globalLevel().orElse(defaultLevel);
    }

    /** A subject's own level, if it has one. */
    synchronized Optional<Level> level(String subject) {
        return state.level(subject);
    }

    /** Sets the level of a subject, or the global one if the subject is null; a null level means: back to the default. */
    synchronized void setLevel(String subject, Level level) {
        write(List.of(new Entry.LevelSet(subject, level)));
    }

    private Level levelOf(String subject) {
        return state.level(subject).orElseGet(this::globalLevel);
    }

    private void refuseIncompatible(String subject, Schema schema, List<SchemaVersion> visible) {
        Level level = levelOf(subject);
        List<String> problems = Compatibility.problems(level, schema, visible);
        if (!problems.isEmpty()) {
            throw Failure.of(
                    409,
                    "The schema does not fit subject '" + subject + "' (" + level + "): "
                            + String.join("; ", problems));
        }
    }

    private List<Integer> delete(Collection<SchemaVersion> versions, boolean permanent) {
        write(versions.stream()
                .map(version -> permanent
                        ? new Entry.Removed(version.subject(), version.version())
                        : new Entry.Deleted(version.subject(), version.version()))
                .toList());
        return versions.stream().map(SchemaVersion::version).toList();
    }

    private static Optional<SchemaVersion> find(Collection<SchemaVersion> versions, String text) {
        return versions.stream()
                .filter(version -> version.schema().equals(text))
                .reduce((older, newer) -> newer);
    }

    private void write(List<? extends Entry> entries) {
        try {
            log.append(entries);
        } catch (IOException e) {
            throw Failure.storage(e.getMessage());
        }
        entries.forEach(state::apply);
    }
}
