package dev.streamgauge.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

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
        requireNone(mistakes);
        return settings;
    }

    /**
     * What a file without defaults means.
     *
     * @param meaning makes it of the record, and adds the mistakes that it finds, see {@link Setting.Place#mistake}. What has been found wrong before
     *     is null there, also where it is required
     * @throws SettingsException with all mistakes, in the order of the lines
     */
    public static <T extends Record, R> R read(
            Class<T> type, String file, String yaml, BiFunction<T, List<String>, R> meaning) {
        List<String> mistakes = new ArrayList<>();
        T settings = new Binder(mistakes).record(type, YamlTree.read(file, yaml, mistakes));
        R meant = settings == null ? null : meaning.apply(settings, mistakes);
        mistakes.sort(Comparator.comparingInt(mistake -> line(file, mistake)));
        requireNone(mistakes);
        return meant;
    }

    private static int line(String file, String mistake) {
        int from = file.length() + 1;
        return Integer.parseInt(mistake.substring(from, mistake.indexOf(':', from)));
    }

    /** The name of a setting in the file, by the component of the record that it becomes. */
    public static String name(RecordComponent component) {
        return Binder.name(component);
    }

    /** The names of the settings that a record is made of, those of its groups among them, in its order. */
    public static List<String> names(Class<? extends Record> type) {
        return Binder.names(type);
    }

    private static void requireNone(List<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
    }
}
