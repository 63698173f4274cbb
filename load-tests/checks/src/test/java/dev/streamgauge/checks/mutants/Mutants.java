package dev.streamgauge.checks.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The list of mutants: four lines each (name, file, {@code - text}, {@code + replacement}), between empty lines and comments. */
final class Mutants {

    static final String FILE = "mutants.txt";
    private static final int LINES = 4;

    private Mutants() {}

    static List<Mutant> all() {
        return of(FILE);
    }

    /** Those of another list of the same form. */
    static List<Mutant> of(String file) {
        try (InputStream list = Mutants.class.getResourceAsStream("/" + file)) {
            return parse(new String(list.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static List<Mutant> parse(String list) {
        List<Mutant> mutants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<String> lines = list.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank() && !lines.get(at).startsWith("#")) {
                Mutant mutant = parse(at + 1, lines.subList(at, Math.min(at + LINES, lines.size())));
                require(names.add(mutant.name()), at + 1, "there is a mutant of this name already");
                mutants.add(mutant);
                at += LINES - 1;
            }
        }
        return mutants;
    }

    private static Mutant parse(int line, List<String> lines) {
        require(
                lines.size() == LINES
                        && lines.get(1).endsWith(".java")
                        && lines.get(2).startsWith("- ")
                        && (lines.get(3) + " ").startsWith("+ "),
                line,
                "a mutant is four lines: its name, a .java file, '- ' and what is replaced, '+ ' and its replacement");
        String replacement = lines.get(3).substring(1).strip();
        return new Mutant(
                line, lines.get(0), lines.get(1), lines.get(2).substring(1).strip(), replacement);
    }

    private static void require(boolean met, int line, String rule) {
        if (!met) {
            throw new IllegalArgumentException("%s, line %d: %s".formatted(FILE, line, rule));
        }
    }
}
