package dev.streamgauge.connectors.providers.cdevents;

import static dev.streamgauge.connectors.providers.kit.Door.SHA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.kit.Deliveries;
import dev.streamgauge.connectors.providers.kit.Door;
import dev.streamgauge.connectors.providers.kit.Places;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdEventsProviderTest {
    private static final DoorRules CHECKOUT =
            Places.of("cdevents", "checkout", new Place("github.com/acme/shop", null, null));
    private static final Door DOOR = Door.of(new CdEventsProvider()).with(CHECKOUT);

    @Test
    void aRunOfAPipelineIsABuildOfTheCommitThatItsCustomDataName() {
        // When
        BuildChanged build = DOOR.only(DOOR.text("pipelinerun"), BuildChanged.class);

        // Then
        assertThat(build.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(build.getRunId()).isEqualTo("run-17");
        assertThat(build.getAttempt()).isEqualTo(2);
        assertThat(build.getJob()).isNull();
        assertThat(build.getWorkflow()).isEqualTo("shop-build");
        assertThat(build.getSha()).isEqualTo(SHA);
        assertThat(build.getBranch()).isEqualTo("main");
        assertThat(build.getDefaultBranch()).isEqualTo("main");
        assertThat(build.getTrigger()).isEqualTo("push");
        assertThat(build.getState()).isEqualTo("finished");
        assertThat(build.getOutcome()).isEqualTo("success");
        assertThat(build.getStartedAt()).isNull();
        assertThat(build.getFinishedAt()).isEqualTo("2026-03-01T10:07:00Z");
    }

    @Test
    void aRunOfATaskIsAJobOfItsPipelinesRun() {
        // When
        BuildChanged build = DOOR.only(DOOR.text("taskrun"), BuildChanged.class);

        // Then
        assertThat(build.getRunId()).isEqualTo("run-17");
        assertThat(build.getJob()).isEqualTo("test");
        assertThat(build.getWorkflow()).isEqualTo("shop-build");
        assertThat(build.getState()).isEqualTo("running");
        assertThat(build.getStartedAt()).isEqualTo("2026-03-01T10:01:00Z");
        assertThat(build.getTrigger()).isEqualTo("other");
    }

    @Test
    void aMergedChangeIsAMergedRequestByItsNumber() {
        // When
        ReviewChanged request = DOOR.only(DOOR.text("change"), ReviewChanged.class);

        // Then
        assertThat(request.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(request.getRequest()).isEqualTo("142");
        assertThat(request.getState()).isEqualTo("merged");
        assertThat(request.getMergedAt()).isEqualTo("2026-03-01T09:30:00Z");
        assertThat(request.getMergeSha()).isEqualTo(SHA);
        assertThat(request.getTargetBranch()).isEqualTo("main");
        assertThat(request.getOpenedAt()).isNull();
    }

    @Test
    void aReviewWithoutAVerdictIsAComment() {
        // When
        ReviewChanged request =
                DOOR.only(DOOR.text("change").replace("change.merged", "change.reviewed"), ReviewChanged.class);

        // Then
        assertThat(request.getState()).isEqualTo("open");
        assertThat(request.getReviews()).singleElement().satisfies(review -> {
            assertThat(review.getState()).isEqualTo("commented");
            assertThat(review.getReviewer()).isNull();
            assertThat(review.getSubmittedAt()).isEqualTo("2026-03-01T09:30:00Z");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployed", "upgraded", "rolledback"})
    void aDeployedServiceIsASuccessfulDeployOfTheCommitThatItsPackageUrlNames(String predicate) {
        // When
        DeployChanged deploy = DOOR.only(DOOR.text("service").replace("deployed", predicate), DeployChanged.class);

        // Then
        assertThat(deploy.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(deploy.getSha()).isEqualTo(SHA);
        assertThat(deploy.getService()).isEqualTo("checkout");
        assertThat(deploy.getEnvironment()).isEqualTo("production");
        assertThat(deploy.getDeployId()).isEqualTo("ev-4");
        assertThat(deploy.getOutcome()).isEqualTo("success");
        assertThat(deploy.getFinishedAt()).isEqualTo("2026-03-01T10:10:00Z");
        assertThat(deploy.getStartedAt()).isNull();
    }

    @Test
    void anIncidentBelongsToThePlaceOfItsService() {
        // When
        IncidentChanged incident = DOOR.only(DOOR.text("incident"), IncidentChanged.class);

        // Then
        assertThat(incident.getRepository()).isEqualTo("github.com/acme/shop");
        assertThat(incident.getIncidentId()).isEqualTo("incident-9");
        assertThat(incident.getState()).isEqualTo("open");
        assertThat(incident.getService()).isEqualTo("checkout");
        assertThat(incident.getEnvironment()).isEqualTo("production");
        assertThat(incident.getSeverity()).isEqualTo("high");
        assertThat(incident.getOpenedAt()).isEqualTo("2026-03-01T10:15:00Z");
    }

    @Test
    void anIncidentIsOverWhenItIsResolved() {
        // When
        IncidentChanged incident =
                DOOR.only(DOOR.text("incident").replace("detected", "resolved"), IncidentChanged.class);

        // Then
        assertThat(incident.getState()).isEqualTo("resolved");
        assertThat(incident.getOpenedAt()).isNull();
        assertThat(incident.getResolvedAt()).isEqualTo("2026-03-01T10:15:00Z");
    }

    @Test
    void anApprovalReleasesTheDeployThatItsCustomDataName() {
        // When
        DeployChanged deploy = DOOR.only(DOOR.text("approval"), DeployChanged.class);

        // Then
        assertThat(deploy.getDeployId()).isEqualTo("d-7");
        assertThat(deploy.getState()).isEqualTo("pending");
        assertThat(deploy.getApprovedAt()).isEqualTo("2026-03-01T10:05:00Z");
        assertThat(deploy.getFinishedAt()).isNull();
    }

    @Test
    void aRefusedApprovalCancelsTheDeployAndARequestedOneHoldsIt() {
        // When
        DeployChanged refused =
                DOOR.only(DOOR.text("approval").replace("\"approved\"", "\"rejected\""), DeployChanged.class);
        DeployChanged requested =
                DOOR.only(DOOR.text("approval").replace("approval.closed", "approval.created"), DeployChanged.class);

        // Then
        assertThat(refused.getOutcome()).isEqualTo("cancelled");
        assertThat(requested.getState()).isEqualTo("waiting");
        assertThat(requested.getApprovalRequestedAt()).isEqualTo("2026-03-01T10:05:00Z");
    }

    @Test
    void theVersionIsOfNoInterest() {
        for (String version : List.of("0.1.0", "0.2.0", "0.6.0-draft", "1.0.0")) {
            assertThat(DOOR.map(DOOR.text("service").replace("deployed.0.3.0", "deployed." + version)))
                    .isInstanceOf(Mapped.Events.class);
        }
    }

    @Test
    void whatIsMissingIsTold() {
        String pipeline = DOOR.text("pipelinerun");
        assertThat(DOOR.kind(pipeline.replace("\"sha\"", "\"sh\""))).isEqualTo("ignored: pipelinerun.finished.no_sha");
        assertThat(DOOR.kind(pipeline.replace("\"repository\"", "\"r\"")))
                .isEqualTo("ignored: pipelinerun.finished.no_repository");
        assertThat(DOOR.kind(pipeline.replace("\"outcome\"", "\"o\"")))
                .isEqualTo("ignored: pipelinerun.finished.no_outcome");
        assertThat(DOOR.kind(DOOR.text("taskrun").replace("\"workflow\"", "\"w\"")))
                .isEqualTo("ignored: taskrun.started.no_workflow");
        assertThat(DOOR.kind(DOOR.text("approval").replace("deploy_id", "d")))
                .isEqualTo("ignored: approval.closed.no_deploy");
        assertThat(DOOR.kind(DOOR.text("service").replace("vcs_url", "v")))
                .isEqualTo("ignored: service.deployed.no_sha");
        assertThat(DOOR.kind(pipeline.replace("run-17", ""))).isEqualTo("unmappable: missing_field");
        assertThat(DOOR.kind(DOOR.text("service").replace("dev.cdevents.service.deployed", "org.example.party")))
                .isEqualTo("ignored: other");
        assertThat(DOOR.kind("{}")).isEqualTo("unmappable: missing_field");
    }

    @Test
    void theTagsOfALinkMayNameTheCommit() {
        // Given
        String linked = DOOR.text("pipelinerun")
                .replace("\"customData\"", "\"other\"")
                .replace(
                        "\"id\": \"ev-1\"",
                        "\"id\": \"ev-1\", \"links\": [{\"linkType\": \"RELATION\", \"tags\": {\"repository\": \"github.com/acme/shop\", \"sha\": \"%s\"}}]"
                                .formatted(SHA));

        // When
        BuildChanged build = DOOR.only(linked, BuildChanged.class);

        // Then
        assertThat(build.getSha()).isEqualTo(SHA);
    }

    @Test
    void structuredBinaryAndKafkaFormsSayTheSame() {
        // Given
        byte[] body = Deliveries.payload("cdevents/service.json");
        String attributes =
                "{\"specversion\":\"1.0\",\"id\":\"ev-4\",\"source\":\"/x\",\"type\":\"dev.cdevents.service.deployed.0.3.0\",";
        String structured = attributes + "\"data\":" + DOOR.text("service") + "}";
        String encoded = attributes + "\"data_base64\":\"" + Base64.getEncoder().encodeToString(body) + "\"}";
        Delivery http = Deliveries.of(body, Map.of("ce-id", "ev-4", "ce-type", "dev.cdevents.service.deployed.0.3.0"));
        Delivery kafka = Deliveries.of(body, Map.of("ce_id", "ev-4", "ce_type", "dev.cdevents.service.deployed.0.3.0"));

        // When
        List<Mapped> all = List.of(
                DOOR.map(structured),
                DOOR.map(encoded),
                DOOR.provider().map(http, CHECKOUT),
                DOOR.provider().map(kafka, CHECKOUT));

        // Then
        assertThat(all).allSatisfy(mapped -> {
            DeployChanged deploy = Deliveries.only(mapped, DeployChanged.class);
            deploy.setEventId("cdevents:ev-4:1");
            assertThat(deploy).isEqualTo(Deliveries.only(all.get(2), DeployChanged.class));
        });
    }

    @Test
    void theAttributesAroundABodyWithoutContextAreEnough() {
        // Given
        String bare = DOOR.text("service").replaceFirst("(?s)\"context\".*?\\},", "");
        Map<String, String> headers = Map.of(
                "ce-id", "ev-4", "ce-type", "dev.cdevents.service.deployed.0.3.0", "ce-time", "2026-03-01T10:10:00Z");

        // When
        DeployChanged deploy =
                Deliveries.only(DOOR.provider().map(Deliveries.of(bare, headers), CHECKOUT), DeployChanged.class);

        // Then
        assertThat(deploy.getFinishedAt()).isEqualTo("2026-03-01T10:10:00Z");
        assertThat(deploy.getDeployId()).isEqualTo("ev-4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipelinerun", "taskrun", "change", "service", "incident", "approval"})
    void everyMutationIsAnswered(String name) {
        DOOR.survives(DOOR.text(name));
    }
}
