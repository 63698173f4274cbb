package dev.streamgauge.processors.settings;

import dev.streamgauge.schemas.testkit.GeneratedPart;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void thePageTellsTheSettingsOfTheCode() throws IOException {
        new GeneratedPart(Path.of("../docs/processors.md"), "settings").requireIs(Reference.markdown());
    }
}
