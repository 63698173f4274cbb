package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.facts.v1.ChangeKey;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import org.junit.jupiter.api.Test;

class PublicChangeTest {

    private static Story open() {
        return Story.of(request("3").from("develop").into("main").head("f1"));
    }

    private static void promote(Story story) {
        story.then(request("1").from("feature").into("develop").head("f1").merged("m1"));
    }

    private static dev.streamgauge.facts.v1.Change published(Story story) {
        Published published = PublicChange.of(new Revision<>(null, story.change("#1"), 7));
        return (dev.streamgauge.facts.v1.Change) published.value();
    }

    @Test
    void aChangeThatTurnsOutToBeACarrierIsATombstone() {
        // Given
        Story story = open();
        Change before = story.change("#3");
        promote(story);

        // When
        Published published = PublicChange.of(new Revision<>(before, story.change("#3"), 2));

        // Then
        assertThat(published.key()).isEqualTo(new ChangeKey(Story.SHOP, Story.SHOP + "#3"));
        assertThat(published.value()).isNull();
    }

    @Test
    void aCarrierThatNeverWasAFactSaysNothing() {
        // Given
        Story story = open();
        promote(story);

        // When
        Published published = PublicChange.of(new Revision<>(null, story.change("#3"), 1));

        // Then
        assertThat(published).isNull();
    }

    @Test
    void aLandedRequestTellsAllThatIsKnown() {
        // Given
        Story story = Story.of(
                request("1")
                        .author("ann")
                        .by("human", "assisted")
                        .opened("08:00")
                        .ready("08:10")
                        .reviewed("08:20", "bob", "human", "approved")
                        .enqueued("08:30")
                        .dequeued("08:40")
                        .hotfix()
                        .reverts("2"),
                request("1").enqueued("08:50"),
                landed(commit("a1")
                                .names("1")
                                .authored("07:00")
                                .services("shop", "cart")
                                .by("bot"))
                        .at("09:00"));

        // When
        var change = published(story);

        // Then
        assertThat(change.getState()).isEqualTo("landed");
        assertThat(change.getAuthor()).isEqualTo("ann");
        assertThat(change.getServices()).containsExactly("cart", "shop");
        assertThat(change.getReadyAt()).isEqualTo(Moments.at("08:10"));
        assertThat(change.getFirstReviewAt()).isEqualTo(Moments.at("08:20"));
        assertThat(change.getApprovedAt()).isEqualTo(Moments.at("08:20"));
        assertThat(change.getMergeQueuePasses()).isEqualTo(2);
        assertThat(change.getMergeQueueEvictions()).isEqualTo(1);
        assertThat(change.getHotfix()).isTrue();
        assertThat(change.getReverts()).containsExactly(Story.SHOP + "#2");
        assertThat(change.getOpenStage()).isNull();
        assertThat(change.getRevision()).isEqualTo(7);
    }

    @Test
    void anOpenRequestTellsWhatItWaitsForAndSinceWhen() {
        // Given
        Story story = Story.of(request("1").opened("08:00"));

        // When
        var change = published(story);

        // Then
        assertThat(change.getOpenStage()).isEqualTo("pickup");
        assertThat(change.getOpenSince()).isEqualTo(Moments.at("08:00"));
        assertThat(change.getServices()).isNull();
    }
}
