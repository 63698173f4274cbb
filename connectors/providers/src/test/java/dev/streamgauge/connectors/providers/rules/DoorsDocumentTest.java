package dev.streamgauge.connectors.providers.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation of {@code doors.yaml} says what the program does. */
class DoorsDocumentTest {

    private static final Path DOCUMENT = Path.of("../../docs/doors.md");

    @Test
    void theReferenceIsThatOfTheRecord() throws IOException {
        // When
        String reference = String.join("\n", Reference.of(DoorsFile.class, DoorsReader.defaults()));

        // Then
        assertThat(Files.readString(DOCUMENT))
                .as("the table in %s; put this there:%n%s%n", DOCUMENT, reference)
                .contains("\n\n" + reference + "\n\n");
    }

    @Test
    void theExampleIsRead() throws IOException {
        // Given
        String document = Files.readString(DOCUMENT);
        String example = document.split("```yaml\n", -1)[1].split("```", -1)[0];

        // When
        DoorRules rules = DoorRules.read("docs/doors.md", example);

        // Then
        assertThat(rules.defaultBranch("git.example.org/platform/billing")).isEqualTo("trunk");
        assertThat(rules.place("jenkins", "shop/deploy-web"))
                .contains(new Place("github.com/acme/shop", "web", "production"));
        assertThat(rules.actorClass(Account.of("github", "1", "acme-coder-7", false)))
                .isEqualTo("agent");
        assertThat(rules.isIncident(List.of("sev1"))).isTrue();
        assertThat(rules.isIncident(List.of("incident"))).isFalse();
    }
}
