package dev.streamgauge.settings.flat;

import dev.streamgauge.schemas.json.Names;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes records of flat settings, and collects all that is wrong with them. */
public final class SettingsReader {

    private final Map<String, String> given;
    private final Kinds kinds;
    private final List<String> mistakes = new ArrayList<>();
    private final TreeSet<String> known = new TreeSet<>();

    /**
     * Reads nothing yet.
     *
     * @param kinds the types of settings beside numbers, durations in milliseconds, texts, secrets, files and enums
     */
    public SettingsReader(Map<String, String> given, Kind<?>... kinds) {
        this.given = given;
        this.kinds = new Kinds(List.of(kinds));
    }

    /** What is wrong so far; whoever finds more adds it. Each begins with the setting's name. */
    public List<String> mistakes() {
        return mistakes;
    }

    /**
     * The record of the settings whose names begin so.
     *
     * @return with null for what is missing, and for numbers that are wrong their smallest value: look at {@link #mistakes} first
     */
    public <R extends Record> R read(Class<R> type, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i], prefix);
        }
        return make(type, values);
    }

    private Object value(RecordComponent component, String prefix) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            return read(component.getType().asSubclass(Record.class), prefix);
        }
        if (component.getType() == ClientSettings.class) {
            return clientSettings(prefix + setting.name().replace("*", ""));
        }
        String name = prefix + setting.name();
        known.add(name);
        String text = given.getOrDefault(name, setting.otherwise()).strip();
        Object value =
                text.isEmpty() ? null : kinds.of(component.getType()).parse().apply(text);
        if (value != null) {
            return value;
        }
        if (!text.isEmpty() || given.containsKey(name)) {
            // The value is not told: somebody may have mixed up a secret with another setting.
            mistakes.add(name + " should be " + kinds.of(component.getType()).expected());
        }
        return nothing(component.getType());
    }

    private ClientSettings clientSettings(String prefix) {
        Map<String, Secret> values = new TreeMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                known.add(name);
                values.put(name.substring(prefix.length()), new Secret(value));
            }
        });
        return new ClientSettings(values);
    }

    /** This setting is no unknown one; whoever calls this has complained of it already. */
    public void know(String name) {
        known.add(name);
    }

    private static Object nothing(Class<?> type) {
        return type == int.class ? (Object) 1 : type == long.class ? (Object) 1L : null;
    }

    /** Every setting that nothing has read is a mistake. */
    public void requireNothingElse() {
        given.keySet().stream()
                .sorted()
                .filter(name -> !known.contains(name))
                .forEach(name -> mistakes.add("'%s' is no setting, %s".formatted(name, Names.suggest(name, known))));
    }

    private static <R> R make(Class<R> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true); // Settings may be a module's own affair.
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no record of settings", e);
        }
    }
}
