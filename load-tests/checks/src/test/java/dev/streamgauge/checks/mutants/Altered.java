package dev.streamgauge.checks.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Processors that are altered on purpose, as a directory of classes that a process of its own has in front of the usual ones. */
public final class Altered {

    private Altered() {}

    /** The names of the changes in a list. */
    public static List<String> names(String list) {
        return Mutants.of(list).stream().map(Mutant::name).toList();
    }

    /**
     * One change, by its name.
     *
     * @param list of changes, in the form of {@code mutants.txt}
     */
    public static Path one(String list, String name, Path directory) {
        return classes(list, change -> change.name().equals(name), directory);
    }

    /** All changes of a list together. */
    public static Path all(String list, Path directory) {
        return classes(list, change -> true, directory);
    }

    private static Path classes(String list, Predicate<Mutant> wanted, Path directory) {
        List<Mutant> changes = Mutants.of(list).stream().filter(wanted).toList();
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("There is no such change in " + list);
        }
        Map<String, String> sources = new LinkedHashMap<>();
        changes.forEach(change -> sources.put(
                change.file(),
                change.applyTo(sources.getOrDefault(change.file(), MutantCompiler.source(change.file())))));
        try (MutantCompiler compiler = new MutantCompiler()) {
            compiler.compile(sources).forEach((name, bytes) -> write(directory, name, bytes));
        }
        return directory;
    }

    private static void write(Path directory, String name, byte[] bytes) {
        Path file = directory.resolve(name.replace('.', '/') + ".class");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
