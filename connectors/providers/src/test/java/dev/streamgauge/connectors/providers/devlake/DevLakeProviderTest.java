package dev.streamgauge.connectors.providers.devlake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Mutations;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevLakeProviderTest {

    private static final DoorRules SHOP =
            Places.of("devlake", "3", new Place("github.com/acme/shop", "checkout", null));

    private final Provider provider = new DevLakeProvider();

    @Test
    void aDeploymentOfSeveralRepositoriesIsOneEventForEachWithTheSameIdentifier() {
        // When
        List<DeployChanged> deploys = deploys(post("connections/7/deployments", "deployment.json"));

        // Then
        List<String> all = List.of("github.com/acme/pricing", "github.com/acme/shop");
        assertThat(deploys).extracting(DeployChanged::getRepository).isEqualTo(all);
        assertThat(deploys).allSatisfy(deploy -> {
            assertThat(deploy.getDeployId()).isEqualTo("release-2026-03-01");
            assertThat(deploy.getRepositories()).isEqualTo(all);
            assertThat(deploy.getEnvironment()).isEqualTo("production");
            assertThat(deploy.getState()).isEqualTo("finished");
            assertThat(deploy.getService()).isNull();
        });
    }

    @Test
    void aCommitSaysForItselfWhatTheDeploymentSaysForAll() {
        // When
        List<DeployChanged> deploys = deploys(post("deployments", "deployment.json"));

        // Then
        DeployChanged pricing = deploys.get(0);
        assertThat(pricing.getOutcome()).isEqualTo("failure");
        assertThat(pricing.getFinishedAt()).isEqualTo("2026-03-01T10:04:00Z");
        DeployChanged shop = deploys.get(1);
        assertThat(shop.getOutcome()).isEqualTo("success");
        assertThat(shop.getCreatedAt()).isEqualTo("2026-03-01T09:58:00Z");
        assertThat(shop.getStartedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(shop.getFinishedAt()).isEqualTo("2026-03-01T10:10:00Z");
    }

    @Test
    void ofSeveralCommitsOfOneRepositoryTheLastToFinishCounts() {
        // When
        List<DeployChanged> deploys = deploys(post("deployments", "deployment.json"));

        // Then
        assertThat(deploys.get(1).getSha()).isEqualTo("2222222222222222222222222222222222222222");
    }

    @Test
    void theOlderSpellingIsReadToo() {
        // Given
        String old = """
                {"commit_sha":"015E3D3B480E417AEDE5A1293BD61DE9B0FD051D","repo_url":"https://github.com/acme/shop.git","start_time":"2026-03-01T12:00:00+00:00"}""";

        // When
        DeployChanged deploy = Deliveries.only(map("3/deployments", old, SHOP), DeployChanged.class);

        // Then
        assertThat(deploy.getSha()).isEqualTo("015e3d3b480e417aede5a1293bd61de9b0fd051d");
        assertThat(deploy.getService()).isEqualTo("checkout");
        assertThat(deploy.getRepositories()).isEmpty();
        assertThat(deploy.getOutcome()).isEqualTo("success");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getDeployId()).matches("[0-9a-f]{32}");
        assertThat(deploy.getFinishedAt()).isNull();
        assertThat(deploy.getOccurredAt()).isEqualTo(Deliveries.ARRIVED);
    }

    @Test
    void anIncidentBelongsToThePlaceOfItsWebhook() {
        // When
        IncidentChanged incident =
                Deliveries.only(post("connections/3/issues", "incident.json"), IncidentChanged.class);

        // Then
        assertThat(incident.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(incident.getService()).isEqualTo("checkout");
        assertThat(incident.getIncidentId()).isEqualTo("OPS-7");
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getSeverity()).isEqualTo("SEV2");
        assertThat(incident.getOpenedAt()).isEqualTo("2026-03-01T10:15:00Z");
        assertThat(incident.getResolvedAt()).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(incident.getOccurredAt()).isEqualTo("2026-03-01T11:00:00Z");
    }

    @Test
    void anOpenIncidentHappenedWhenItWasLastUpdated() {
        // Given
        String open = """
                {"issueKey":"OPS-7","title":"Slow","status":"IN_PROGRESS","originalStatus":"Doing","createdDate":"2026-03-01T10:15:00Z","updatedDate":"2026-03-01T10:20:00Z"}""";

        // When
        IncidentChanged incident = Deliveries.only(map("3/incidents", open, SHOP), IncidentChanged.class);

        // Then
        assertThat(incident.getState()).isEqualTo("open");
        assertThat(incident.getResolvedAt()).isNull();
        assertThat(incident.getOccurredAt()).isEqualTo("2026-03-01T10:20:00Z");
    }

    @Test
    void closingAnIssueByItsAddressResolvesIt() {
        // When
        IncidentChanged incident =
                Deliveries.only(map("connections/3/issue/OPS-7/close", "", SHOP), IncidentChanged.class);

        // Then
        assertThat(incident.getIncidentId()).isEqualTo("OPS-7");
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getResolvedAt()).isNull();
        assertThat(incident.getOccurredAt()).isEqualTo(Deliveries.ARRIVED);
    }

    @Test
    void whatIsNoIncidentOrHasNoPlaceIsIgnoredByName() {
        assertThat(Deliveries.kind(map("3/issues", "{\"type\":\"BUG\",\"issueKey\":\"A-1\"}", SHOP)))
                .isEqualTo("ignored: issue");
        assertThat(Deliveries.kind(map("9/issues", "{\"issueKey\":\"A-1\",\"status\":\"TODO\"}", SHOP)))
                .isEqualTo("ignored: incident.no_repository");
        assertThat(Deliveries.kind(map("9/issue/A-1/close", "", SHOP))).isEqualTo("ignored: close.no_repository");
        assertThat(Deliveries.kind(map("3/pull_requests", "{}", SHOP))).isEqualTo("ignored: other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployments",
                "1/deployments",
                "connections/1/deployments",
                "connections/by-name/shop/deployments",
                "/api/rest/plugins/webhook/connections/1/deployments?x=1"
            })
    void everyAddressOfDevLakeIsUnderstood(String path) {
        assertThat(deploys(post(path, "deployment.json"))).hasSize(2);
    }

    @Test
    void withoutAnAddressTheBodySaysWhatItIs() {
        // Given
        Delivery delivery = Deliveries.of(Deliveries.payload("devlake/deployment.json"));

        // When
        Mapped mapped = provider.map(delivery, SHOP);

        // Then
        assertThat(deploys(mapped)).hasSize(2);
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThat(message("{\"commit_sha\":\"abc\",\"repo_url\":\"https://github.com/acme/shop\"}"))
                .isEqualTo("'commit_sha' should be a full commit hash of 40 or 64 hexadecimal digits");
        assertThat(message("{\"deploymentCommits\":[{\"commitSha\":\"%s\"}]}".formatted("1".repeat(40))))
                .isEqualTo("'deploymentCommits[0].repoUrl' is missing, a text was expected");
        assertThat(message("{\"deploymentCommits\":[{\"repoUrl\":\"shop\"}]}"))
                .startsWith("'deploymentCommits[0].repoUrl' should be the URL of a repository");
        assertThat(message("{\"deploymentCommits\":[]}")).contains("'deploymentCommits' is missing, a list");
        assertThat(message("{\"repo_url\":\"https://github.com/acme/shop\",\"result\":\"GREAT\"}"))
                .isEqualTo("'result' should be SUCCESS, FAILURE, TIMEOUT or ABORT");
    }

    @Test
    void everyMutationIsAnswered() {
        for (String path : List.of("3/deployments", "3/issues", "")) {
            for (String name : List.of("deployment.json", "incident.json")) {
                Mutations.areAnswered(provider, delivery(path, Deliveries.payload("devlake/" + name)), SHOP);
            }
        }
    }

    @Test
    void theAnswerDoesNotDependOnTheTimeOfArrivalWhereTimesAreStated() {
        // Given
        byte[] body = Deliveries.payload("devlake/incident.json");
        Map<String, String> headers = Map.of(Delivery.PATH, "3/issues");
        Delivery later = new Delivery(headers, body, Instant.parse("2026-04-01T00:00:00Z"));

        // When
        IncidentChanged incident = Deliveries.only(provider.map(later, SHOP), IncidentChanged.class);

        // Then
        incident.setReceivedAt(Deliveries.ARRIVED);
        assertThat(incident).isEqualTo(Deliveries.only(post("3/issues", "incident.json"), IncidentChanged.class));
    }

    private String message(String body) {
        Mapped mapped = map("deployments", body, Places.NONE);
        return mapped instanceof Mapped.Unmappable unmappable ? unmappable.message() : mapped.toString();
    }

    private Mapped post(String path, String name) {
        return provider.map(delivery(path, Deliveries.payload("devlake/" + name)), SHOP);
    }

    private Mapped map(String path, String body, DoorRules rules) {
        return provider.map(delivery(path, body.getBytes(StandardCharsets.UTF_8)), rules);
    }

    private static Delivery delivery(String path, byte[] body) {
        return Deliveries.of(body, Map.of(Delivery.PATH, path));
    }

    private static List<DeployChanged> deploys(Mapped mapped) {
        return Deliveries.events(mapped).stream().map(DeployChanged.class::cast).toList();
    }
}
