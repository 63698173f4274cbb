package dev.streamgauge.processors.explain;

import static dev.streamgauge.processors.explain.Asked.deliveries;
import static dev.streamgauge.processors.explain.Asked.relations;
import static dev.streamgauge.processors.explain.Asked.shortened;
import static dev.streamgauge.processors.explain.Asked.timeline;
import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Telling;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeExplainedTest {

    private static final Telling FIRST = landed(commit("z1")).at("06:00");
    private static final Telling FIRST_DEPLOY = deploy("D0", "z1").at("06:30");

    @Test
    void theTimelineSaysWhichEventGivesWhichFieldByWhichRule() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(
                FIRST,
                FIRST_DEPLOY,
                pushed(commit("e1").authored("07:00").by("ann")).at("07:10"),
                request("1")
                        .author("ann")
                        .opened("07:20")
                        .head("e1")
                        .reviewed("07:30", "lint", "bot", "commented")
                        .reviewed("07:40", "bob", "human", "approved")
                        .merged("a1")
                        .at("08:00"),
                landed(commit("e1").authored("07:00").by("ann"), commit("a1")).at("08:00"),
                build("5", "a1").at("08:20"),
                deploy("D1", "a1").at("09:00"));

        // When
        Explanation explanation = asked.request("1");

        // Then
        assertThat(timeline(explanation))
                .containsExactly(
                        "07:00 commit e1 written by ann [first_authored_at] brought",
                        "07:10 pushed to topic: e1 brought",
                        "07:20 request 1 opened [opened_at, ready_at] request",
                        "07:30 request 1 commented by lint (bot) request",
                        "07:40 request 1 approved by bob (human) [first_review_at, approved_at] request",
                        "08:00 landed on main: a1 [landed_at] brought",
                        "08:00 request 1 is merged as a1 request",
                        "08:20 ci run 5/1 of a1 finished: success integration",
                        "09:00 deploy D1/1 of a1 to production finished: success [delivered_at] owned_sha");
        assertThat(explanation.timeline().get(1).sinceMs()).isEqualTo(600_000);
        assertThat(explanation.timeline().get(0).told()).hasSize(1);
        assertThat(deliveries(explanation)).containsExactly("#1 shop/production delivered owned_sha");
        assertThat(relations(explanation)).contains("commit a1: merge_sha", "commit e1: brought");
        assertThat(shortened(explanation.summary()))
                .isEqualTo("#1 landed on main at 08:00 by a1 (merge_sha); shop/production: delivered at 09:00");
    }

    @Test
    void aBaselineNamesTheFirstDeployOfTheLane() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(
                landed(commit("a1").names("1")).at("08:00"),
                landed(commit("b1").names("2")).at("08:30"),
                deploy("D1", "b1").at("09:00"));

        // When
        Explanation explanation = asked.request("1");

        // Then
        assertThat(deliveries(explanation)).containsExactly("#1 shop/production baseline baseline");
        assertThat(explanation.deliveries().get(0).reason().because())
                .startsWith("the first is deploy D1/1 to shop/production: it landed at or before");
        assertThat(explanation.counted())
                .isNotEmpty()
                .allMatch(addition -> addition.adds().equals(Map.of("excluded_baseline", 1L)));
    }

    @Test
    void whatHasNotLandedSaysWhatItWaitsFor() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(
                FIRST,
                FIRST_DEPLOY,
                request("1").author("ann").opened("07:20").reviewed("07:40", "bob", "human", "commented"));

        // When
        Explanation explanation = asked.request("1");

        // Then
        assertThat(shortened(explanation.summary()))
                .isEqualTo("#1 is in flight: review since 07:40; shop/production: not delivered");
        assertThat(deliveries(explanation)).containsExactly("#1 shop/production none not_landed");
    }

    @Test
    void whatOnlyConcernsAnotherServiceSaysSo() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(
                FIRST,
                deploy("D0", "z1").to("cart", "staging").at("06:30"),
                landed(commit("a1").names("1").services("shop")).at("08:00"),
                deploy("D1", "a1").to("cart", "staging").outcome("failure").at("09:00"));

        // When
        Explanation explanation = asked.request("1");

        // Then
        assertThat(deliveries(explanation)).containsExactly("#1 cart/staging none services");
    }

    @Test
    void aDirectPushIsFoundByAnyOfItsCommits() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(landed(commit("abcdef1"), commit("abcdef2")).at("08:00"));

        // When
        Explanation explanation = asked.commit("abcdef1").get(0);

        // Then
        assertThat(shortened(explanation.id())).isEqualTo("@abcdef2");
        assertThat(relations(explanation)).contains("commit abcdef1: brought", "commit abcdef2: push");
    }

    @Test
    void aChangeSaysWhatTakesItBack() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(
                landed(commit("a1").names("1")).at("08:00"),
                landed(commit("b1").names("2").reverts("a1")).at("09:00"));

        // When
        Explanation explanation = asked.request("1");

        // Then
        assertThat(relations(explanation)).containsExactly("commit a1: subject", "#2: reverted_by");
        assertThat(relations(asked.request("2"))).containsExactly("commit b1: subject", "#1: reverts");
    }

    @Test
    void theEvidenceOfAChangeNamesWhoSaysSo() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(
                request("1")
                        .from("topic")
                        .into("develop")
                        .head("e1")
                        .merged("d1")
                        .by(null, "no-evidence"),
                pushed(commit("e1").shows("assisted")),
                request("9").from("develop").into("main").commits("e1").merged("m1"),
                landed(commit("e1"), commit("m1").shows("agent-authored")));

        // When
        Explanation explanation = asked.request("1");

        // Then
        assertThat(explanation.relations())
                .filteredOn(relation -> relation.reason().rule().equals("ai_evidence"))
                .extracting(relation -> relation.to() + " " + relation.reason().because())
                .containsExactly(
                        "request 1 it says no-evidence, but something of the change says assisted",
                        "commit e1 it says assisted, and nothing of the change says more",
                        "commit m1 it says agent-authored, but of none of the changes that it carried");
    }

    @Test
    void aPromotionIsNoChangeAndNamesThoseThatItCarries() throws UnknownSubjectException {
        // Given
        Asked asked = Asked.of(
                request("1")
                        .from("topic")
                        .into("develop")
                        .head("e1")
                        .merged("d1")
                        .at("08:00"),
                request("9")
                        .from("develop")
                        .into("main")
                        .commits("e1")
                        .merged("m1")
                        .at("09:00"),
                landed(commit("e1"), commit("m1")).at("09:00"));

        // When
        Explanation explanation = asked.request("9");

        // Then
        assertThat(explanation.kind()).isEqualTo("carrier");
        assertThat(shortened(explanation.summary())).startsWith("#9 is no change: it only promotes other changes");
        assertThat(timeline(explanation)).containsExactly("09:00 request 9 is merged as m1 request");
        assertThat(relations(explanation)).containsExactly("#1: carried");
        assertThat(relations(asked.request("1"))).contains("commit m1: carried", "commit e1: request", "#9: carried");
    }
}
