package dev.streamgauge.checks.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.checks.mutants.Altered;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drills that never fail prove nothing: processors that are broken on purpose must be told from sound ones. */
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class DrillMutantsTest {

    private static final String MUTANTS = "drill-mutants.txt";
    private static final int KILLS = 2;

    @TempDir
    static Path directory;

    private static Ground ground;

    @BeforeAll
    static void takePlace() {
        ground = Ground.ofOurBroker(directory);
    }

    @AfterAll
    static void leave() {
        ground.close();
    }

    static List<String> mutants() {
        return Altered.names(MUTANTS);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void kills(String mutant) throws Exception {
        // Given
        String name = "mutant" + mutants().indexOf(mutant);
        Path classes = Altered.one(MUTANTS, mutant, directory.resolve(name + "-classes"));
        try (Drill drill = new Drill(ground, name)) {
            Instance broken = drill.instance("one")
                    .in(ServeProcess.JVM.hiding(List.of(classes)))
                    .start();
            drill.feed().at(80);

            // When
            new Kills(drill, broken).run(KILLS);
            Verdict verdict = drill.verdict(drill.feed().stop());

            // Then
            assertThat(verdict.isWell())
                    .as("The drill should notice that %s", mutant)
                    .isFalse();
        }
    }
}
