package dev.streamgauge.checks.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Does the suite bite? Each mutant breaks one rule of the models; the comparison with the oracle must tell. {@code
 * -Dstreamgauge.mutant.histories=2000} has each face more histories than the build has time for.
 */
@Execution(ExecutionMode.CONCURRENT) // each mutant has its own classes; all wait for the processor
class MutationTest {

    /** As many as the suite has. */
    private static final long HISTORIES = Long.getLong("streamgauge.mutant.histories", 300);

    private static final Path REPORT = Path.of("target", Mutants.FILE);
    private static final MutantCompiler COMPILER = new MutantCompiler();
    private static final List<String> CAUGHT = Collections.synchronizedList(new ArrayList<>());

    private static Trials trials;
    private static Optional<String> unbroken;
    private static Duration limit;

    @BeforeAll
    static void runTheUnbrokenCodeTheSameWay() throws Exception {
        trials = Trials.of(HISTORIES);
        long begin = System.nanoTime();
        MutantLoader classes = new MutantLoader(compileUnbroken());
        unbroken = trials.caught(classes, false, Duration.ofHours(1));
        if (unbroken.isEmpty()) {
            unbroken = trials.caught(classes, true, Duration.ofHours(1));
        }
        limit = Duration.ofNanos(3 * (System.nanoTime() - begin)).plusSeconds(20);
    }

    private static Map<String, byte[]> compileUnbroken() {
        Map<String, String> sources = new TreeMap<>();
        for (Mutant mutant : Mutants.all()) {
            if (MutantCompiler.hasSource(mutant.file())) { // the mutant itself says what is to be done if not
                sources.put(mutant.file(), MutantCompiler.source(mutant.file()));
            }
        }
        return compile(sources, "The processors' sources do not fit the classes that the tests run with: build both");
    }

    @AfterAll
    static void tellHowEachWasCaught() throws IOException {
        COMPILER.close();
        Files.write(REPORT, CAUGHT);
    }

    static List<Mutant> mutants() {
        return Mutants.all();
    }

    @Test
    void theUnbrokenCodeHasNoDifference() {
        assertThat(unbroken)
                .as("What catches mutants must not catch the code as it is")
                .isEmpty();
    }

    @ParameterizedTest(name = "caught: {0}")
    @MethodSource("mutants")
    void eachMutantIsCaught(Mutant mutant) throws Exception {
        // Given
        String broken = mutant.applyTo(MutantCompiler.source(mutant.file()));
        Map<String, byte[]> classes = compile(
                Map.of(mutant.file(), broken), "This mutant does not compile:%n%s".formatted(mutant.described()));
        assumeTrue(unbroken.isEmpty(), "where the unbroken code has a difference, that of a mutant says nothing");

        // When
        Optional<String> caught = caught(mutant, new MutantLoader(classes));

        // Then
        assertThat(caught).as(survived(mutant)).isPresent();
        CAUGHT.add("%s%n    %s%n".formatted(mutant, caught.get().replace("\n", "\n    ")));
    }

    private static Optional<String> caught(Mutant mutant, MutantLoader classes) throws Exception {
        try {
            return trials.caught(classes, mutant.ofAlerts(), limit);
        } catch (TimeoutException e) {
            throw new AssertionError("""
                    This mutant had not ended after %d s, and its thread was abandoned:
                    %s
                    That proves nothing, for a loop may as well be a slow machine. Write it so that it ends with a wrong answer.""".formatted(limit.toSeconds(), mutant.described()), e);
        }
    }

    private static Map<String, byte[]> compile(Map<String, String> sources, String failure) {
        try {
            return COMPILER.compile(sources);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(failure + "\n" + e.getMessage(), e);
        }
    }

    private static String survived(Mutant mutant) {
        return """
                This mutant survived %d histories:
                %s
                Either nothing in them depends on the rule, and load-tests/generator must draw what does; or it breaks no rule.""".formatted(HISTORIES, mutant.described());
    }
}
