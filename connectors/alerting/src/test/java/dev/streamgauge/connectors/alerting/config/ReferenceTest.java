package dev.streamgauge.connectors.alerting.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final Path PAGE = Path.of("../../docs/alerting.md");
    private static final String BEGIN = "<!-- settings: generated, see below -->\n";
    private static final String END = "<!-- end of settings -->\n";
    private static final String PROPERTY = "streamgauge.update";

    @Test
    void thePageTellsTheSettingsOfTheCode() throws IOException {
        // Given
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();

        // When
        String expected = page.substring(0, begin) + Reference.markdown() + page.substring(page.indexOf(END));

        // Then
        if (Boolean.getBoolean(PROPERTY)) {
            Files.writeString(PAGE, expected);
            return;
        }
        assertThat(page)
                .as("docs/alerting.md is stale: run this test with -D%s=true", PROPERTY)
                .isEqualTo(expected);
    }
}
