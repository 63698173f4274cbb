package dev.streamgauge.oracle.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    @Test
    void everyFileHasItsHeadingAndEveryHeadingItsFile() {
        // When
        Set<String> files = Docs.files();

        // Then
        assertThat(Docs.headings()).isEqualTo(files);
    }

    @Test
    void everyFileTellsOfRepositoriesOfItsOwn() {
        // When
        List<String> repositories = Docs.files().stream()
                .flatMap(name -> Docs.example(name).stream()
                        .map(line -> line.replaceAll(".*\"repository\":\"([^\"]*)\".*", "$1"))
                        .distinct())
                .toList();

        // Then
        assertThat(repositories).doesNotHaveDuplicates().allMatch(name -> name.startsWith("example.org/docs/"));
    }

    @Test
    void aTableStatesTheColumnsOfFieldsAndResultsOfCalculations() {
        // When
        Table table = Table.of(List.of("| what | `count` | why |", "|---|---|---|", "| a | 1 + 1 = 2 | so |"));

        // Then
        assertThat(table).isEqualTo(new Table(List.of("count"), List.of("2")));
    }
}
