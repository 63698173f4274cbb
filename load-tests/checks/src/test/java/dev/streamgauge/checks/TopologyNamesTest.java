package dev.streamgauge.checks;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.generator.Histories;
import dev.streamgauge.processors.app.ProcessorsApp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names on which the state of an installation hangs. */
class TopologyNamesTest {

    private static final String GOLDEN = "topology.txt";
    private static final Path ACTUAL = Path.of("target", GOLDEN);

    private static final String WHAT_TO_DO = """
            The topology is not the one in src/test/resources/%s.
            A running installation finds its state by these names: under another name of a store or of the application its change-log topics are
            read no longer, and it would go on with an empty store beside facts that it has published. The same holds if sub-topologies are
            added or renumbered, because tasks are named by them. So a change here needs a new application id (ProcessorsConfig.applicationId),
            with which an installation reads its events again from the beginning, and a line in CHANGELOG.md that says so.
            A new node in the same sub-topology that has no store is harmless.
            If the change is meant: cp load-tests/checks/target/%s load-tests/checks/src/test/resources/%s""".formatted(GOLDEN, GOLDEN, GOLDEN);

    @TempDir
    Path directory;

    @Test
    void namesOfStoresAndTopicsAreThoseOfRunningInstallations() throws IOException {
        // When
        String actual = describe();

        // Then
        Files.writeString(ACTUAL, actual);
        assertThat(actual).as(WHAT_TO_DO).isEqualTo(golden());
    }

    private String describe() {
        try (DrivenTopology topology = new DrivenTopology(directory)) {
            Stream.of(1L, 2L, 3L)
                    .flatMap(seed -> Histories.small(seed).stream())
                    .forEach(topology::send);
            return ProcessorsApp.topology(DrivenTopology.config(directory, "http://127.0.0.1:1"))
                            .describe()
                    + "\nStores\n" + lines(topology.stores())
                    + "\nTopics that it writes\n" + lines(topology.writtenTopics());
        }
    }

    private static String lines(Collection<String> names) {
        return names.stream().sorted().map(name -> "    " + name + "\n").collect(joining());
    }

    private static String golden() throws IOException {
        try (InputStream golden = TopologyNamesTest.class.getResourceAsStream("/" + GOLDEN)) {
            return golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
