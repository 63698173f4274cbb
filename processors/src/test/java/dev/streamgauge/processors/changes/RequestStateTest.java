package dev.streamgauge.processors.changes;

import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Reviewed;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestStateTest {

    private static RequestState random(Random random) {
        List<String> times = List.of("09:00", "09:01", "09:02");
        Reviewed review = request("1")
                .state(List.of("draft", "open", "closed", "merged").get(random.nextInt(4)))
                .at(times.get(random.nextInt(3)));
        if (random.nextBoolean()) {
            review.opened(times.get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            review.into(random.nextBoolean() ? "main" : "next");
        }
        if (random.nextBoolean()) {
            review.by(random.nextBoolean() ? "human" : "bot", random.nextBoolean() ? "assisted" : null);
        }
        if (random.nextBoolean()) {
            review.author(random.nextBoolean() ? "ann" : "bob").ready(times.get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            review.enqueued(times.get(random.nextInt(3))).dequeued(times.get(random.nextInt(3)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            review.reviewed(
                    times.get(random.nextInt(3)),
                    random.nextBoolean() ? "bob" : null,
                    random.nextBoolean() ? "human" : "bot",
                    List.of("commented", "approved", "changes_requested", "dismissed")
                            .get(random.nextInt(4)));
        }
        return RequestState.of(review.event());
    }

    @Test
    void mergingDoesNotCareAboutOrderGroupingOrRepetition() {
        // Given
        Random random = new Random(41);
        for (int i = 0; i < 5_000; i++) {
            RequestState a = random(random);
            RequestState b = random(random);
            RequestState c = random(random);

            // When
            RequestState merged = a.merge(b).merge(c);

            // Then
            assertThat(merged).isEqualTo(a.merge(b.merge(c)));
            assertThat(merged).isEqualTo(c.merge(a).merge(b));
            assertThat(merged).isEqualTo(merged.merge(a).merge(merged));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "merged, 09:00, closed, 10:00, merged",
        "closed, 09:00, open, 10:00, open",
        "open, 09:00, closed, 09:00, closed",
        "draft, 09:00, open, 09:00, open",
        "merged, 09:00, closed, 09:00, merged",
        "open, 09:00, draft, 09:01, draft"
    })
    void mergedDominatesAndOtherwiseTheLaterThenTheFurtherStateHolds(
            String a, String at, String b, String later, String state) {
        // Given
        RequestState one = RequestState.of(request("1").state(a).at(at).event());
        RequestState other = RequestState.of(request("1").state(b).at(later).event());

        // When
        RequestState merged = one.merge(other);

        // Then
        assertThat(merged.state()).isEqualTo(state);
    }

    @Test
    void whatIsNotKnownIsTakenFromTheOtherSnapshot() {
        // Given
        RequestState bare = RequestState.of(request("1").at("11:00").event());
        RequestState full = RequestState.of(request("1")
                .opened("08:00")
                .into("main")
                .by("human", "assisted")
                .at("09:00")
                .event());

        // When
        RequestState merged = bare.merge(full);

        // Then
        assertThat(merged.state()).isEqualTo("open");
        assertThat(merged.times().openedAt()).isEqualTo(Moments.millis("08:00"));
        assertThat(merged.about().actorClass()).isEqualTo("human");
        assertThat(merged.about().aiEvidence()).isEqualTo("assisted");
        assertThat(merged.mergedIntoMain()).isFalse();
    }
}
