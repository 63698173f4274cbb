package dev.streamgauge.connectors.providers.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.settings.SettingsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorRulesTest {

    private static final String SHOP = "github.com/acme/shop";
    private static final Account ADA = Account.of("github", "1", "ada", false);
    private static final DoorRules USUAL = DoorRules.usual();

    @ParameterizedTest(name = "{0} {1} {2} is {3}")
    @CsvSource({
        "1, ada, false, human",
        "1, , false, human",
        ", ada, false, human",
        ", , false, ",
        "1, ci, true, bot",
        "1, anything[bot], false, bot",
        "1, dependabot[bot], true, bot",
        "1, Copilot, true, agent",
        "1, devin-ai-integration[bot], true, agent",
    })
    void anAccountIsAHumanABotOrAnAgent(String id, String name, boolean bot, String expected) {
        assertThat(USUAL.actorClass(Account.of("github", id, name, bot))).isEqualTo(expected);
    }

    @Test
    void aRequestOfAnAgentIsAgentAuthored() {
        assertThat(USUAL.evidence(request(Account.of("github", "2", "Copilot", true), "x", "", "")))
                .isEqualTo("agent-authored");
        assertThat(USUAL.evidence(request(ADA, "codex/fix", "", ""))).isEqualTo("agent-authored");
        assertThat(USUAL.evidence(request(ADA, "fix", "ai-generated", ""))).isEqualTo("agent-authored");
    }

    @Test
    void aRequestThatSpeaksOfAssistanceIsAssisted() {
        assertThat(USUAL.evidence(request(ADA, "fix", "ai-assisted", ""))).isEqualTo("assisted");
        assertThat(USUAL.evidence(request(ADA, "fix", "", "text\nAssisted-by: something\n")))
                .isEqualTo("assisted");
    }

    @Test
    void aRequestWithoutASignHasNoEvidence() {
        assertThat(USUAL.evidence(request(ADA, "my-codex/fix", "bug", "text"))).isEqualTo("no-evidence");
        assertThat(USUAL.evidence(request(Account.UNKNOWN, null, "bug", null))).isEqualTo("no-evidence");
    }

    @Test
    void aHotfixIsKnownByLabelBranchOrTitle() {
        // Given
        DoorRules rules = DoorRules.read("d", "hotfix: {titles: ['[hotfix]*']}");

        // Then
        assertThat(rules.isHotfix(request(ADA, "fix", "HotFix", ""))).isTrue();
        assertThat(rules.isHotfix(request(ADA, "hotfix/a", "", ""))).isTrue();
        assertThat(rules.isHotfix(new RequestText(ADA, "a", List.of(), "[Hotfix] b", null)))
                .isTrue();
        assertThat(rules.isHotfix(request(ADA, "fix", "bug", ""))).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Reverts acme/shop#12, 12",
        "Reverts Acme/Shop#12 because it broke, 12",
        "Reverts #12, 12",
        "Reverts !12, 12",
        "This reverts merge request !12, 12",
        "Reverts acme/other#12, ",
        "Reverts cme/shop#12, ",
        "It Reverts #12, ",
        "Reverts the thing, ",
    })
    void theRevertedRequestIsReadFromTheDescription(String description, String number) {
        assertThat(USUAL.revertsRequest(request(ADA, "x", "", "text\n" + description), SHOP))
                .isEqualTo(number);
    }

    @Test
    void anIncidentIsKnownByItsLabelAndOtherLabelsSayWhatItConcerns() {
        // When
        Concern concern = USUAL.concern(
                List.of("bug", "Service:web", "environment::staging", "deploy:42", "severity:sev1", "service:"));

        // Then
        assertThat(concern).isEqualTo(new Concern("web", "staging", "42", "sev1"));
        assertThat(USUAL.isIncident(List.of("bug", "Incident"))).isTrue();
        assertThat(USUAL.isIncident(List.of("bug"))).isFalse();
    }

    @Test
    void aScopedLabelNamesWhatStandsBehindBothColons() {
        assertThat(USUAL.concern(List.of("service::web")).service()).isEqualTo("web");
    }

    @Test
    void theRepositoryEntryThatSaysItFirstHolds() {
        // Given
        DoorRules rules = DoorRules.read("d", """
                repositories:
                  - {match: github.com/acme/shop, services: {web: [web/], api: [api/**, "*.proto"]}}
                  - {match: github.com/acme/*, default_branch: trunk, releases_are_deploys: {environment: production}}
                  - {match: "*", default_branch: main}
                """);

        // Then
        assertThat(rules.defaultBranch(SHOP)).isEqualTo("trunk");
        assertThat(rules.defaultBranch("gitlab.com/a/b")).isEqualTo("main");
        assertThat(rules.releaseEnvironment(SHOP)).isEqualTo("production");
        assertThat(rules.releaseEnvironment("gitlab.com/a/b")).isNull();
        assertThat(rules.commit(SHOP, commit("x", List.of("x.proto", "docs/a"))).getServices())
                .containsExactly("api");
        assertThat(rules.commit(SHOP, commit("x", List.of("README"))).getServices())
                .isEmpty();
        assertThat(rules.commit(SHOP, commit("x", null)).getServices()).isNull();
        assertThat(rules.commit("gitlab.com/a/b", commit("x", List.of("web/a"))).getServices())
                .isNull();
    }

    @Test
    void aPlaceMeansWhatTheFirstMatchingEntrySays() {
        // Given
        DoorRules rules = DoorRules.read("d", """
                places:
                  - {from: jenkins, match: shop/deploy-*, repository: GitHub.com/acme/shop, environment: production}
                  - {from: jenkins, match: "*", repository: github.com/acme/other}
                """);

        // Then
        assertThat(rules.place("jenkins", "shop/deploy-web")).contains(new Place(SHOP, null, "production"));
        assertThat(rules.place("jenkins", "x")).contains(new Place("github.com/acme/other", null, null));
        assertThat(rules.place("argocd", "x")).isEmpty();
    }

    @Test
    void aCommitIsJudgedByItsMessageItsAuthorAndItsAccount() {
        // Given
        DoorRules rules = DoorRules.read("d", "people: {key: 0123456789abcdef}");
        String message = "fix (#7)\n\nCo-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>";

        // When
        Commit commit = rules.commit(SHOP, commit(message, null));

        // Then
        assertThat(commit.getAuthor()).matches("hmac:[0-9a-f]{32}");
        assertThat(commit.getActorClass()).isEqualTo("human");
        assertThat(commit.getAiEvidence()).isEqualTo("assisted");
        assertThat(commit.getRequest()).isEqualTo("7");
        assertThat(commit.getTrailers().get(0).getValue()).isEqualTo("copilot");
        assertThat(USUAL.commit(SHOP, commit("x", null)).getAuthor()).isNull();
    }

    @Test
    void aCommitByTheAccountOfAnAgentIsAgentAuthored() {
        // Given
        Account agent = new Account(null, "openhands-agent", false);
        CommitText text = new CommitText("a".repeat(40), null, "x", null, null, agent, null, null, null);

        // When
        Commit commit = USUAL.commit(SHOP, text);

        // Then
        assertThat(commit.getActorClass()).isEqualTo("agent");
        assertThat(commit.getAiEvidence()).isEqualTo("agent-authored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.yaml", "."})
    void aFileThatCannotBeReadIsOneLine(String file) {
        assertThatThrownBy(() -> DoorRules.read(Path.of("target").resolve(file)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("target")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatCannotBeMeantIsAMistake() {
        assertThatThrownBy(() -> DoorRules.read("d", """
                        incidents: {service_labels: [service]}
                        places: [{from: jenkins, match: a, repository: shop}]
                        """))
                .isInstanceOf(SettingsException.class)
                .hasMessage("""
                        d:1: 'incidents.service_labels[0]' should be a text with a star in the place of the name
                        d:2: 'places[0].repository' should be host/owner/name""");
    }

    @Test
    void aMistakeNeverTellsTheKey() {
        assertThatThrownBy(() -> DoorRules.read("d", "people: {key: [secret]}"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("d:1: 'people.key' should be a text that is not empty");
        assertThatThrownBy(() -> DoorRules.read("d", "people: {key: secret}"))
                .hasMessageNotContaining("secret")
                .hasMessageStartingWith("d:1: 'people.key' should be a text of at least 16 characters");
    }

    private static RequestText request(Account author, String branch, String label, String description) {
        return new RequestText(author, branch, List.of(label), "title", description);
    }

    private static CommitText commit(String message, List<String> paths) {
        return new CommitText(
                "a".repeat(40),
                List.of(),
                message,
                "Ada",
                "ada@example.org",
                new Account(null, "ada", false),
                Instant.EPOCH,
                null,
                paths);
    }
}
