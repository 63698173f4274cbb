package dev.streamgauge.settings.flat;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reference of settings for documentation and for forms, made from the records that hold them. */
public final class SettingsTable {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A setting.
     *
     * @param type of its value
     * @param otherwise its usual value; empty: there is none, or none for all the records that have the setting
     */
    public record Entry(String name, Class<?> type, String otherwise, String meaning) {

        private Entry and(Entry other) {
            return otherwise.equals(other.otherwise) ? this : new Entry(name, type, "", meaning);
        }
    }

    /** Adds the settings of a record and of the groups in it. A setting that several records have is told once, as in the first. */
    public SettingsTable add(Class<? extends Record> group, String prefix) {
        for (RecordComponent component : group.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting == null) {
                add(component.getType().asSubclass(Record.class), prefix);
            } else {
                add(new Entry(prefix + setting.name(), component.getType(), setting.otherwise(), setting.meaning()));
            }
        }
        return this;
    }

    /** Adds a setting that is in no record. */
    public SettingsTable add(Entry entry) {
        entries.merge(entry.name(), entry, Entry::and);
        return this;
    }

    /** All settings, in the order in which they were added. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Their names, in the same order. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** A table in Markdown, with its heading. */
    public String markdown() {
        StringBuilder table = new StringBuilder("| setting | meaning | unless set |\n|---|---|---|\n");
        for (Entry entry : entries.values()) {
            String usual = entry.otherwise().isEmpty() ? "" : "`" + entry.otherwise() + "`";
            table.append("| `%s` | %s | %s |\n".formatted(entry.name(), entry.meaning(), usual));
        }
        return table.toString();
    }
}
