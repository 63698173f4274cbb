package dev.streamgauge.processors.completeness;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.incident;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MendTest {

    static List<Telling> leadingToUnknownCommits() {
        return List.of(
                deploy("D1", "e1"),
                deploy("D1", "e1").state("running"),
                build("1", "e1"),
                request("1").into("main").merged("e1"),
                landed(commit("c1")).from("e1"));
    }

    @ParameterizedTest
    @MethodSource("leadingToUnknownCommits")
    void whatLeadsToAnUnknownCommitNeedsCommits(Telling event) {
        // Given
        Story story = Story.of(landed(commit("b1")).from("a1"));
        assertThat(story.completeness("*").mend()).isNull();

        // When
        story.then(event);

        // Then
        assertThat(story.completeness("*").mend()).isEqualTo("commits");
    }

    @Test
    void theCommitsThatCameMendIt() {
        // Given
        Story story =
                Story.of(landed(commit("b1")).from("a1"), landed(commit("d1")).from("c1"), deploy("D1", "c1"));

        // When
        story.then(landed(commit("c1")).from("b1"));

        // Then
        assertThat(story.completeness("*").mend()).isNull();
    }

    @Test
    void anIncidentWithoutADeployNeedsDeploys() {
        // When
        Story story = Story.of(incident("I1").blames("D1"));

        // Then
        assertThat(story.completeness("*").mend()).isEqualTo("deploys");
    }

    @Test
    void commitsAreFetchedBeforeDeploys() {
        // When
        Story story = Story.of(incident("I1").blames("D2"), deploy("D1", "e1"));

        // Then
        assertThat(story.completeness("*").mend()).isEqualTo("commits,deploys");
    }

    @Test
    void nothingThatIsKnownMendsWhatIsOffMainOrHasNotEnded() {
        // When
        Story story = Story.of(
                landed(commit("a1")),
                pushed(commit("e1")),
                deploy("D1", "e1").state("running"),
                build("1", "a1").running(),
                request("1"));

        // Then
        assertThat(story.missing(Gap.DEPLOY_OFF_MAIN)).isEqualTo(1);
        assertThat(story.completeness("*").mend()).isNull();
    }

    @Test
    void aSourceItselfNeedsNothing() {
        // When
        Story story = Story.of(deploy("D1", "e1"));

        // Then
        assertThat(story.completeness("argo").mend()).isNull();
    }
}
