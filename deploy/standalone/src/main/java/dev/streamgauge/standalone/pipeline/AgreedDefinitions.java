package dev.streamgauge.standalone.pipeline;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A directory's results were computed by one set of definitions; going on with another would mix the two. */
public final class AgreedDefinitions {

    /** For commands on a data directory. */
    public static final String OPTIONS = "use the same options, or another --data-dir";

    private static final String FILE = "definitions";

    private AgreedDefinitions() {}

    /**
     * Notes the definitions of a fresh directory, and holds those of a used one to what is noted there.
     *
     * @param advice what to do where they differ
     * @throws StandaloneException if they differ
     */
    public static void require(Definitions definitions, Path directory, String advice) {
        Path file = directory.resolve(FILE);
        String now = text(definitions);
        try {
            if (!isNoted(file)) {
                Files.writeString(file, now);
            } else if (!Files.readString(file).equals(now)) {
                throw new StandaloneException("What is in %s was computed with other definitions (%s, now %s): %s"
                        .formatted(directory, Files.readString(file), now, advice));
            }
        } catch (IOException e) {
            throw new StandaloneException("Cannot use %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** A full disk leaves an empty file. */
    private static boolean isNoted(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    private static String text(Definitions definitions) {
        return "production %s; required workflows %s; failure window %s; baseline %s; profiles %s"
                .formatted(
                        patterns(definitions.production()),
                        definitions.required().isEmpty() ? "all" : patterns(definitions.required()),
                        definitions.failureWindow() == null ? "none" : definitions.failureWindow(),
                        definitions.baseline() == null
                                ? "none"
                                : Instant.ofEpochMilli(definitions.baseline().from()) + "/"
                                        + Instant.ofEpochMilli(
                                                definitions.baseline().to()),
                        definitions.profiles().isEmpty()
                                ? "none"
                                : new TreeSet<>(definitions.profiles())
                                        .stream()
                                                .map(profile -> profile.label())
                                                .collect(Collectors.joining(",")));
    }

    private static String patterns(List<Pattern> patterns) {
        return patterns.stream().map(pattern -> pattern.text()).collect(Collectors.joining(","));
    }
}
