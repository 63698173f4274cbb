package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.oracle.OracleSettings;
import dev.streamgauge.processors.definitions.Baseline;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The examples of docs/metrics.md: the models say what the oracle says, with the default definitions and with all that can be chosen. */
class ExamplesTest {

    private static final Instant FROM = Instant.parse("2026-02-24T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration FAILURE_WINDOW = Duration.ofHours(24);

    @Test
    void theExamplesEndAsTheBatchSays() throws IOException, BadEventException {
        requireEqual(OracleSettings.DEFAULTS, Definitions.DEFAULT);
    }

    @Test
    void theExamplesEndAsTheBatchSaysWithEverythingThatCanBeChosen() throws IOException, BadEventException {
        OracleSettings settings = OracleSettings.DEFAULTS
                .withProfiles("circleci", "devlake")
                .withFailureWindow(FAILURE_WINDOW)
                .withBaseline(FROM, TO)
                .withRequiredWorkflows("c?");
        Definitions definitions = new Definitions(
                Definitions.DEFAULT.production(),
                Pattern.all("c?"),
                FAILURE_WINDOW,
                new Baseline(FROM.toEpochMilli(), TO.toEpochMilli()),
                EnumSet.allOf(Profile.class));

        requireEqual(settings, definitions);
    }

    private static void requireEqual(OracleSettings settings, Definitions definitions)
            throws IOException, BadEventException {
        // Given
        List<SpecificRecord> events = events();

        // When
        PureEngine engine = new PureEngine(definitions);
        Disorder.of(events, new Dice(1)).forEach(engine::apply);
        Map<String, List<ObjectNode>> streamed = engine.sections();

        // Then
        try (Oracle oracle = Oracle.open(settings)) {
            Batch.of(oracle, events).requireEqual(streamed, "the examples");
        }
    }

    private static List<SpecificRecord> events() throws IOException, BadEventException {
        List<SpecificRecord> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(OutsideData.root().resolve("docs/examples"))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    events.add(EventJson.parse(line));
                }
            }
        }
        return events;
    }
}
