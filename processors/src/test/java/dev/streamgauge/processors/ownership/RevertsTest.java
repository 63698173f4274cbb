package dev.streamgauge.processors.ownership;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevertsTest {

    private static List<String> reverts(Story story, String id) {
        return story.change(id).reverts().stream()
                .map(each -> each.replace(Story.SHOP, ""))
                .toList();
    }

    @Test
    void aRevertNamesACommitAndRevertsWhatOwnsIt() {
        // Given
        Story story = Story.of(landed(commit("a1").names("1")).at("09:00"));

        // When
        story.then(landed(commit("b1").names("2").reverts("a1")).at("09:30"));

        // Then
        assertThat(reverts(story, "#2")).containsExactly("#1");
    }

    @Test
    void aRevertMayArriveBeforeWhatItReverts() {
        // Given
        Story story = Story.of(landed(commit("b1").names("2").reverts("a1")).at("09:30"));
        List<String> before = reverts(story, "#2");

        // When
        story.then(landed(commit("a1").names("1")).at("09:00"));

        // Then
        assertThat(before).isEmpty();
        assertThat(reverts(story, "#2")).containsExactly("#1");
    }

    @Test
    void aRevertFollowsItsCommitToAnotherOwner() {
        // Given
        Story story = Story.of(
                landed(commit("a1")).at("09:00"),
                landed(commit("b1").names("2").reverts("a1")).at("09:30"));
        List<String> before = reverts(story, "#2");

        // When
        story.then(request("1").merged("a1"));

        // Then
        assertThat(before).containsExactly("@a1");
        assertThat(reverts(story, "#2")).containsExactly("#1");
    }

    @Test
    void aRequestRevertsWhatItSaysAndWhatItsBranchSays() {
        // Given
        Story story = Story.of(landed(commit("a1").names("1")).at("09:00"));

        // When
        story.then(pushed(commit("e1").reverts("a1")), request("5").head("e1").reverts("3"));

        // Then
        assertThat(reverts(story, "#5")).containsExactly("#1", "#3");
    }

    @Test
    void noChangeRevertsItself() {
        // Given
        var fixup = landed(commit("e1"), commit("a1").names("1").reverts("e1"));

        // When
        Story story = Story.of(fixup, request("1").reverts("1"));

        // Then
        assertThat(reverts(story, "#1")).isEmpty();
    }

    @Test
    void aRevertOfAPromotionsMergeRevertsAllThatItCarried() {
        // Given
        Story story = Story.of(
                request("1").from("feature-1").into("develop").head("f1").merged("m1"),
                request("2").from("feature-2").into("develop").head("f2").merged("m2"),
                request("3").from("develop").into("main").commits("f1", "f2").merged("m3"),
                landed(commit("m3")).at("10:00"));

        // When
        story.then(landed(commit("r1").names("9").reverts("m3")).at("11:00"));

        // Then
        assertThat(reverts(story, "#9")).containsExactly("#1", "#2");
    }

    @Test
    void aPromotionRevertsNothingThoughItBringsARevert() {
        // Given
        Story story = Story.of(landed(commit("a1").names("7")).at("09:00"));

        // When
        story.then(
                pushed(commit("f1").reverts("a1")),
                request("1").from("feature-1").into("develop").head("f1").merged("m1"),
                request("3").from("develop").into("main").head("f1").merged("m3"),
                landed(commit("f1"), commit("m3")).at("10:00"));

        // Then
        assertThat(reverts(story, "#3")).isEmpty();
        assertThat(reverts(story, "#1")).containsExactly("#7");
    }
}
