package dev.streamgauge.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns what the user named into files, and complains before anything is read. */
final class SourceFinder {

    private static final Pattern EVENT_FILE = Pattern.compile(".*\\.(ndjson|jsonl|json)(\\.gz)?");

    private SourceFinder() {}

    static List<Source> find(List<String> names, InputStream standardInput) {
        return names.stream().flatMap(name -> find(name, standardInput)).toList();
    }

    private static Stream<Source> find(String name, InputStream standardInput) {
        if (name.equals(Source.StandardInput.NAME)) {
            return Stream.of(new Source.StandardInput(standardInput));
        }
        Path path = path(name);
        if (!Files.exists(path)) {
            throw new FilesException(
                    name + " does not exist: give files or directories of events, or - for the standard input");
        }
        return Files.isDirectory(path) ? within(path) : Stream.of(readable(path));
    }

    private static Stream<Source> within(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Source> files = walk.filter(SourceFinder::isEventFile)
                    .sorted()
                    .map(SourceFinder::readable)
                    .toList();
            if (files.isEmpty()) {
                throw new FilesException(
                        directory
                                + " holds no events: no file in it is called *.ndjson, *.jsonl or *.json (or one of these with .gz)");
            }
            return files.stream();
        } catch (IOException | UncheckedIOException e) {
            throw new FilesException("cannot list the directory " + directory + ": " + e.getMessage(), e);
        }
    }

    private static boolean isEventFile(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return EVENT_FILE.matcher(name.toLowerCase(Locale.ROOT)).matches() && Files.isRegularFile(path);
    }

    private static Source readable(Path path) {
        if (!Files.isReadable(path)) {
            throw new FilesException("cannot read " + path + ": permission denied");
        }
        return new Source.File(path);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new FilesException("'" + name + "' is no path: " + e.getReason(), e);
        }
    }
}
