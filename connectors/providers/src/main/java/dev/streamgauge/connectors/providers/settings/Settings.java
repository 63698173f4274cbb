package dev.streamgauge.connectors.providers.settings;

import java.util.ArrayList;
import java.util.List;

/** Reads a configuration file in YAML into a record, over its defaults. */
public final class Settings {

    private Settings() {}

    /**
     * The settings of a file. The record's components say what may stand in it, in snake case; each is a text, a record, or a list or a map of these.
     * A user's list is added to the default's; {@code -name} in it takes a default away, {@code -*} all.
     *
     * @param usual the defaults, in YAML
     * @param file the user's file's name, for messages
     * @param yaml what is in it
     * @throws SettingsException with all mistakes of the user's file
     */
    public static <T extends Record> T read(Class<T> type, String usual, String file, String yaml) {
        List<String> mistakes = new ArrayList<>();
        Setting defaults = YamlTree.read("the defaults", usual, mistakes);
        Setting merged = new Merge(mistakes).of(defaults, YamlTree.read(file, yaml, mistakes));
        T settings = new Binder(mistakes).record(type, merged);
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
        return settings;
    }
}
