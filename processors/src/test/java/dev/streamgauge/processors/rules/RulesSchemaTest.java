package dev.streamgauge.processors.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.streamgauge.processors.rules.RulesFile.InhibitEntry;
import dev.streamgauge.processors.rules.RulesFile.MaintenanceEntry;
import dev.streamgauge.processors.rules.RulesFile.MatchEntry;
import dev.streamgauge.processors.rules.RulesFile.RuleEntry;
import dev.streamgauge.processors.rules.RulesFile.ScopeEntry;
import dev.streamgauge.settings.Settings;
import dev.streamgauge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema, by which editors help and other tools check, says what the program says. */
class RulesSchemaTest {

    private static final Path FOLDER = Path.of("../deploy/alerting");
    private static final JsonNode TEXT = schema();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

    @Test
    void theRulesThatShipAreRight() throws IOException {
        // Given
        String yaml = Files.readString(FOLDER.resolve("rules.yaml"));

        // When
        RuleSet read = RuleSet.read(yaml);

        // Then
        assertThat(complaints(yaml)).isEmpty();
        assertThat(RuleSet.shippedText()).isEqualTo(yaml);
        assertThat(read.rules()).extracting(Rule::kind).containsAll(Kind.ofRules());
    }

    @Test
    void everyRuleThatShipsHasARunbookWithThatHeading() throws IOException {
        // Given
        List<String> headings = Files.readAllLines(Path.of("../docs/alerting.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        // Then
        assertThat(RuleSet.shipped().rules()).allSatisfy(rule -> {
            assertThat(headings).contains(rule.name());
            assertThat(rule.notice().runbook())
                    .isEqualTo("docs/alerting.md#" + rule.name().toLowerCase(Locale.ROOT));
        });
        assertThat(headings).contains(RuleSet.WATCHDOG);
    }

    @Test
    void theExampleOfTheDocumentationIsRight() throws IOException {
        // Given
        String document = Files.readString(Path.of("../docs/alerting.md"));
        String example = document.split("```yaml\n", -1)[1].split("```", -1)[0];

        // Then
        assertThat(RuleSet.read(example).rules()).hasSize(1);
        assertThat(complaints(example)).isEmpty();
    }

    @Test
    void theSchemaHasTheSettingsOfTheProgram() {
        assertThat(names(TEXT)).isEqualTo(Settings.names(RulesFile.class));
        assertThat(names(definition("rule"))).isEqualTo(Settings.names(RuleEntry.class));
        assertThat(names(definition("scope"))).isEqualTo(Settings.names(ScopeEntry.class));
        assertThat(names(definition("match"))).isEqualTo(Settings.names(MatchEntry.class));
        assertThat(names(definition("inhibition"))).isEqualTo(Settings.names(InhibitEntry.class));
        assertThat(names(definition("maintenance"))).isEqualTo(Settings.names(MaintenanceEntry.class));
        assertThat(texts(definition("kind").get("enum")))
                .isEqualTo(Kind.ofRules().stream().map(Kind::label).toList());
    }

    /** Each is refused by the program and by the schema. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "inhibit: []",
                "rules: {}",
                "rules: []\nrulez: []",
                "rules: [{ name: A, kind: depth }]",
                "rules: [{ kind: depth, threshold: 1 }]",
                "rules: [{ name: A, threshold: 1 }]",
                "rules: [{ name: A, kind: dept, threshold: 1 }]",
                "rules: [{ name: 'A b', kind: depth, threshold: 1 }]",
                "rules: [{ name: WatchDog, kind: depth, threshold: 1 }]",
                "rules: [{ name: A, kind: depth, threshold: 1d }]",
                "rules: [{ name: A, kind: depth, threshold: -1 }]",
                "rules: [{ name: A, kind: age, threshold: 10 }]",
                "rules: [{ name: A, kind: age, threshold: 1d, severe: 10 }]",
                "rules: [{ name: A, kind: age, threshold: 1d, clear_below: 1 day }]",
                "rules: [{ name: A, kind: age, threshold: 1d, clear_above: 2d }]",
                "rules: [{ name: A, kind: age, threshold: 1d, window: 2d }]",
                "rules: [{ name: A, kind: age, threshold: 1d, for: 10 }]",
                "rules: [{ name: A, kind: age, threshold: 1d, severity: pager }]",
                "rules: [{ name: A, kind: age, threshold: 1d, severe_severity: page }]",
                "rules: [{ name: A, kind: age, threshold: 1d, level: squad }]",
                "rules: [{ name: A, kind: red_for, threshold: 1d, level: team }]",
                "rules: [{ name: A, kind: age, threshold: 1d, scope: { repositories: x } }]",
                "rules: [{ name: A, kind: age, threshold: 1d, scope: { workflow: x } }]",
                "rules: [{ name: A, kind: red_for, threshold: 1d, scope: { queue: ci } }]",
                "rules: [{ name: A, kind: age, threshold: 1d, labels: { a-b: x } }]",
                "rules: [{ name: A, kind: age, threshold: 1d, labels: { severity: x } }]",
                "rules: [{ name: A, kind: age, threshold: 1d, runbook: ask bob }]",
                "rules: [{ name: A, kind: success_rate, threshold: 95 }]",
                "rules: [{ name: A, kind: success_rate, threshold: 0.9, clear_below: 0.8 }]",
                "rules: [{ name: A, kind: success_rate, threshold: 0.9, minimum: few }]",
                "rules: [{ name: A, kind: burn_rate, threshold: 6, objective: 0.95, long: 1h }]",
                "rules: [{ name: A, kind: burn_rate, threshold: 6, objective: 1, long: 1h, short: 5m }]",
                "rules: []\ninhibit: [{ source: { kind: age } }]",
                "rules: []\ninhibit: [{ source: {}, target: { kind: age } }]",
                "rules: []\ninhibit: [{ source: { kind: old }, target: { kind: age } }]",
                "rules: []\ninhibit: [{ source: { kind: depth }, target: { kind: age }, equal: [x] }]",
                "rules: []\nmaintenance: [{ name: a, from: 2026-11-27T16:00:00Z, until: 2026-11-28T16:00:00Z }]",
                "rules: []\nmaintenance: [{ name: a, scope: {}, from: 2026-11-27T16:00:00Z }]",
                "rules: []\nmaintenance: [{ name: a, scope: {}, from: 2026-11-27, until: 2026-11-28T16:00:00Z }]"
            })
    void whatIsWrongIsWrongByBoth(String yaml) throws IOException {
        assertThatThrownBy(() -> RuleSet.read(yaml)).isInstanceOf(SettingsException.class);
        assertThat(complaints(yaml)).isNotEmpty();
    }

    /** Each is taken by the program and by the schema. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules: []",
                "rules: [{ name: A, kind: growth, threshold: 0.5 }]",
                "rules: [{ name: A, kind: age, threshold: 1d, level: team, scope: { team: a, queue: [ci, merge] } }]",
                "rules: [{ name: A, kind: success_rate, threshold: 0.9, clear_above: 0.95, severe: 0.5, minimum: 5, window: 2h }]",
                "rules: [{ name: A, kind: burn_rate, threshold: 6, objective: 0.95, long: 1h, short: 5m, minimum: 5 }]",
                "rules: [{ name: A, kind: age, threshold: 1d, labels: { a: 1, b: true } }]",
                "rules: []\ninhibit: [{ source: { rule: A* }, target: { severity: [info, ticket] }, equal: workflow }]",
                "rules: []\nmaintenance: [{ name: a, scope: {}, from: 2026-11-27T16:00:00+01:00, until: 2026-11-28T16:00:00Z }]"
            })
    void whatIsRightIsRightByBoth(String yaml) throws IOException {
        // When
        RuleSet read = RuleSet.read(yaml);

        // Then
        assertThat(read.version()).isNotEmpty();
        assertThat(complaints(yaml)).isEmpty();
    }

    private static Set<ValidationMessage> complaints(String yaml) throws IOException {
        return SCHEMA.validate(new YAMLMapper().readTree(yaml));
    }

    private static JsonNode definition(String name) {
        return TEXT.get("$defs").get(name);
    }

    private static List<String> names(JsonNode object) {
        return object.get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return Arrays.asList(new ObjectMapper().convertValue(array, String[].class));
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper()
                    .readTree(FOLDER.resolve("rules.schema.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException("the schema is in this repository", e);
        }
    }
}
