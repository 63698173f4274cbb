package dev.streamgauge.standalone.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.standalone.testkit.AclFile;
import dev.streamgauge.standalone.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsAclsCommandTest {

    @TempDir
    Path directory;

    private AclFile file;

    @BeforeEach
    void allRoles() {
        file = new AclFile(directory);
    }

    @Test
    void theCallsAreReadyForAShell() throws IOException {
        // When
        CommandRun run = acls("--principal", "User:reporter");

        // Then
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("#")))
                .containsExactly("# gateway", "# processors", "# alerting");
        assertThat(run.out().lines().filter(line -> !line.startsWith("#")))
                .hasSizeLessThan(20)
                .allMatch(
                        line -> line.startsWith(
                                "kafka-acls.sh --bootstrap-server kafka.example.org:9093 --add --allow-principal User:reporter --operation "));
    }

    @Test
    void anotherClusterHasCallsOfItsOwn() throws IOException {
        // Given
        file.with("source.review.kafka.bootstrap.servers", "other.example.org:9093");

        // When
        CommandRun run = acls("--role", "gateway");

        // Then
        assertThat(run.out())
                .contains(
                        "# gateway, on another cluster\nkafka-acls.sh --bootstrap-server other.example.org:9093 --add --allow-principal User:streamgauge --operation Read --topic gerrit --resource-pattern-type literal\n");
    }

    @Test
    void scriptsCanReadThem() throws IOException {
        // When
        JsonNode json = new ObjectMapper()
                .readTree(acls("--role", "alerting", "--output", "json").out());

        // Then
        assertThat(json.path("principal").asText()).isEqualTo("User:streamgauge");
        assertThat(json.path("acls")).hasSize(5);
        assertThat(json.path("acls").get(0).path("operation").asText()).isEqualTo("READ");
    }

    @Test
    void whoCreatesTopicsNeedsOtherRights() throws IOException {
        // When
        CommandRun run = acls("--for-apply", "--role", "alerting", "--output", "table");

        // Then
        assertThat(run.out().lines().skip(1)).hasSize(9);
        assertThat(run.out()).contains("AlterConfigs").doesNotContain("Write");
    }

    private CommandRun acls(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("topics", "acls", "--config", file.written().toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(new TopicsCommand(Map.of()), arguments.toArray(String[]::new));
    }
}
