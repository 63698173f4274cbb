package dev.streamgauge.processors.explain;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class UnknownTest {

    private static final Asked SHOP = Asked.of(
            request("9"),
            request("141"),
            request("1420"),
            landed(commit("abcdef1")),
            pushed(commit("abcdef2")),
            deploy("release-7", "abcdef1"));

    @Test
    void anUnknownRequestIsAnsweredWithThoseOfTheNearestNumbers() {
        assertUnknown(
                () -> SHOP.request("142"), "There is no change github.com/acme/shop#142: near it are #141, #9, #1420");
    }

    @Test
    void aRequestOfARepositoryWithoutRequestsIsAnsweredSo() {
        assertUnknown(
                () -> Asked.of(landed(commit("a1"))).request("1"),
                "There is no change github.com/acme/shop#1: no event of the repository names a request");
    }

    @Test
    void anUnknownCommitIsAnsweredWithHowManyAreKnown() {
        assertUnknown(
                () -> SHOP.commit("bbbbbbb"),
                "No event of github.com/acme/shop lists a commit that begins with bbbbbbb (2 commits are known)");
    }

    @Test
    void aPrefixOfSeveralCommitsIsAnsweredWithThem() {
        assertUnknown(() -> SHOP.commit("abcdef"), "abcdef stands for 2 commits (abcdef1, abcdef2): give more digits");
    }

    @Test
    void aCommitOfNoChangeIsAnsweredSo() {
        assertUnknown(
                () -> SHOP.commit("abcdef2"),
                "The commit abcdef2 is known, but no change owns it: it is not on main, nothing on main brought it, and no request names it");
    }

    @Test
    void anUnknownDeployIsAnsweredWithTheNearestNames() {
        assertUnknown(
                () -> SHOP.deploy("release-8"),
                "There is no deploy release-8 in github.com/acme/shop: near it is release-7/1");
        assertUnknown(
                () -> SHOP.deploy("release-7/2"),
                "There is no deploy release-7/2 in github.com/acme/shop: near it is release-7/1");
    }

    @Test
    void anUnknownIncidentOrEpisodeIsAnsweredSo() {
        assertUnknown(() -> SHOP.incident("I1"), "There is no incident I1 in github.com/acme/shop: none is known");
        assertUnknown(() -> SHOP.episode("5"), "There is no red episode 5 in github.com/acme/shop: none is known");
    }

    @Test
    void changesAreNamedByRequestOrCommit() {
        // Given
        Subject request = new Subject.Request("github.com/acme/shop", "142");
        Subject commit = new Subject.Commit("github.com/acme/shop", "abcdef1");

        // When / Then
        assertThat(Subject.change("github.com/Acme/shop#142")).isEqualTo(request);
        assertThat(Subject.change("github.com/acme/shop@ABCDEF1")).isEqualTo(commit);
        for (String wrong : new String[] {"shop#142", "github.com/acme/shop", "github.com/acme/shop@abc", "#1", ""}) {
            assertThatThrownBy(() -> Subject.change(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("'" + wrong + "' is no change: write host/owner/name#142, or ");
        }
    }

    private static void assertUnknown(ThrowingCallable question, String answer) {
        assertThatThrownBy(question).isInstanceOf(UnknownSubjectException.class).hasMessage(answer);
    }
}
