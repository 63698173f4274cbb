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
            "05-promotions",
            "06-changes",
            "07-reviews",
            "08-main-builds",
            "09-deploys",
            "10-deliveries",
            "11-stages",
            "12-lanes",
            "13-deployments",
            "14-incidents",
            "15-failures",
            "16-red-episodes",
            "17-scopes",
            "18-lead-time",
            "19-main-branch",
            "20-time-to-green",
            "21-deployments",
            "22-flow",
            "23-throughput",
            "24-build-times",
            "25-completeness");

    private Questions() {}

    /** The macros and settings that all questions share. */
    static String words() {
        return read("00-words");
    }

    static List<String> all() {
        return FILES.stream().map(Questions::read).toList();
    }

    /** Reads the events. */
    static String ofEvents() {
        return read(FILES.get(0));
    }

    /** What facts follow from the events, as far as somebody waits for them. */
    static List<String> ofFacts() {
        return FILES.subList(1, FILES.size()).stream()
                .filter(file -> file.compareTo("13") < 0 || file.startsWith("16"))
                .map(Questions::read)
                .toList();
    }

    /** A question of alerts. */
    static String alerts(String name) {
        return read("alerts/" + name);
    }

    private static String read(String name) {
        try (InputStream sql = Questions.class.getResourceAsStream(name + ".sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".sql", e);
        }
    }
}
