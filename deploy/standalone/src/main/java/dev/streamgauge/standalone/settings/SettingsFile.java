package dev.streamgauge.standalone.settings;

import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A properties file, read strictly: a setting that is there twice is a mistake, not the last one's. */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * What the file says.
     *
     * @param mistakes told of what is there twice
     * @throws StandaloneException if it cannot be read
     */
    static Map<String, String> read(Path file, List<String> mistakes) {
        Strict properties = new Strict(mistakes);
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StandaloneException("The file of settings %s cannot be read: %s".formatted(file, why(e)), e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.forEach((name, value) -> settings.put((String) name, ((String) value).strip()));
        return settings;
    }

    private static String why(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return e instanceof IllegalArgumentException ? "a \\u is not followed by four digits" : e.getMessage();
    }

    /** Notices what is there twice. */
    private static final class Strict extends Properties {

        private static final long serialVersionUID = 1;

        private final transient List<String> mistakes;

        Strict(List<String> mistakes) {
            this.mistakes = mistakes;
        }

        @Override
        public synchronized Object put(Object name, Object value) {
            Object before = super.put(name, value);
            if (before != null) {
                mistakes.add("%s is there twice: keep one of them".formatted(name));
            }
            return before;
        }

        @Override
        public synchronized boolean equals(Object other) {
            return this == other;
        }

        @Override
        public synchronized int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
