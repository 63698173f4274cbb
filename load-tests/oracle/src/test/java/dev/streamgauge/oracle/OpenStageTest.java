package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;
import static dev.streamgauge.oracle.Line.review;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a request waits, and how it gets through the merge queue. */
class OpenStageTest {

    private static final String[] OPEN = {"change", "open_stage", "open_since"};

    @Test
    void anOpenRequestIsInTheStageThatItsLatestKnownStepBegan() {
        // Given: 1 is a draft, 2 was one, and nobody knows when 6 was ready
        Line[] lines = {
            push("07:00", "topic", "a", commit("a").authored("06:00")),
            request("09:00", "1", "draft").with("opened_at", at("08:00")).with("head_sha", "a"),
            request("09:00", "2", "draft").with("opened_at", at("08:00")),
            request("09:01", "2", "open"),
            request("09:00", "3", "open").with("opened_at", at("08:00")),
            request("09:00", "4", "open").with("opened_at", at("08:00")).reviewed(review("08:30", "bob", "commented")),
            request("09:00", "5", "open").with("ready_at", at("08:00")).reviewed(review("08:40", "bob", "approved")),
            request("09:00", "6", "open").reviewed(review("08:40", "bob", "approved")),
            request("09:00", "7", "closed").with("opened_at", at("08:00")),
        };

        // When
        Story story = Story.of(lines);

        // Then
        assertThat(story.told("changes", OPEN))
                .containsExactly(
                        "#1 coding 06:00",
                        "#2 coding 08:00",
                        "#3 pickup 08:00",
                        "#4 review 08:30",
                        "#5 merge 08:40",
                        "#6 coding -",
                        "#7 - -");
    }

    @Test
    void aPassEndsWithAnEvictionTheNextPassOrTheLanding() {
        // Given: 7 was evicted at 09:10, taken in again at 09:20 and 09:30, and landed at 09:40; 8 waits
        Line[] lines = {
            queued("7", "09:00", "09:10"),
            queued("7", "09:20", null),
            queued("7", "09:30", null).with("state", "merged").with("merge_sha", "m"),
            queued("7", "09:50", null),
            landing("09:40", "m"),
            queued("8", "10:00", null),
        };

        // When
        Story story = Story.of(lines);

        // Then: what begins after the landing is no pass
        assertThat(story.told("changes", "change", "merge_queue_passes", "merge_queue_evictions"))
                .containsExactly("#7 3 1", "#8 1 0");
        assertThat(story.where("scope", "repository")
                        .where("window", "hour")
                        .told(
                                "merge_queue",
                                "window_start",
                                "passes",
                                "landed",
                                "evictions",
                                "sum_ms",
                                "max_ms",
                                "excluded_open"))
                .containsExactly("09:00 3 1 1 1800000 600000 0", "10:00 0 0 0 0 - 1");
    }

    private static Line queued(String number, String in, String out) {
        return request("09:50", number, "open")
                .with("enqueued_at", at(in))
                .with("dequeued_at", out == null ? null : at(out));
    }
}
