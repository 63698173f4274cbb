package dev.streamgauge.checks.mutants;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources of the processors, broken or not, against the class path of the tests. Nothing is written to a disk. */
final class MutantCompiler implements AutoCloseable {

    private static final String PACKAGE = "dev/streamgauge/processors/";
    private static final Path SOURCES = Path.of("..", "..", "processors", "src", "main", "java");
    private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-Xlint:none", "-parameters", "-g");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final ClassesInMemory classes = new ClassesInMemory(javac.getStandardFileManager(null, Locale.ROOT, null));

    static boolean hasSource(String file) {
        return Files.exists(path(file));
    }

    /** A source as it stands in the working copy; nothing if there is none. */
    static String source(String file) {
        try {
            return hasSource(file) ? Files.readString(path(file)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String file) {
        return SOURCES.resolve(PACKAGE + file);
    }

    /**
     * Compiles sources.
     *
     * @param sources their texts by file
     * @return the classes by name
     */
    synchronized Map<String, byte[]> compile(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((file, text) -> units.add(new ClassesInMemory.Source(PACKAGE + file, text)));
        if (!javac.getTask(null, classes, said, OPTIONS, null, units).call()) {
            throw new IllegalArgumentException(errors(said));
        }
        return classes.take();
    }

    private static String errors(DiagnosticCollector<JavaFileObject> said) {
        return said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> "line %d: %s".formatted(each.getLineNumber(), each.getMessage(Locale.ROOT)))
                .collect(joining("\n"));
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
