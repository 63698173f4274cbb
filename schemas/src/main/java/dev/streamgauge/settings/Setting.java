package dev.streamgauge.settings;

import java.util.List;
import java.util.Map;

/** A value in a configuration file, and where it stands. */
public sealed interface Setting {

    Place place();

    /** A text, a number, or what else stands for itself. Null: nothing stands there, which a record of settings never has. */
    record Text(Place place, String text) implements Setting {}

    record Items(Place place, List<Setting> items) implements Setting {}

    record Fields(Place place, Map<String, Setting> fields) implements Setting {}

    /**
     * Where a value stands.
     *
     * @param file for people
     * @param line from 1
     * @param path the names and numbers that lead to it; empty for the whole file
     */
    record Place(String file, int line, String path) {

        Place field(String name, int itsLine) {
            return new Place(file, itsLine, path.isEmpty() ? name : path + "." + name);
        }

        Place item(int number, int itsLine) {
            return new Place(file, itsLine, path + "[" + number + "]");
        }

        /** A message for people: where this is, and what they should know of it. The text is put behind its name. */
        public String mistake(String text) {
            return "%s:%d: %s%s".formatted(file, line, path.isEmpty() ? "the file" : "'" + path + "'", " " + text);
        }
    }
}
