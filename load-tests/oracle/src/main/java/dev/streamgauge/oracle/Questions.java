package dev.streamgauge.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The SQL files, in the order in which they run. */
final class Questions {

    private static final List<String> FILES = List.of(
            "01-events",
            "02-commits",
            "03-main",
            "04-requests",
            "05-changes",
            "06-deploys",
            "07-deliveries",
            "08-lead-time",
            "09-main-builds",
            "10-main-branch",
            "11-red-episodes",
            "12-time-to-green",
            "13-completeness");

    private Questions() {}

    /** The macros and settings that all questions share. */
    static String words() {
        return read("00-words");
    }

    static List<String> all() {
        return FILES.stream().map(Questions::read).toList();
    }

    private static String read(String name) {
        try (InputStream sql = Questions.class.getResourceAsStream(name + ".sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".sql", e);
        }
    }
}
