package dev.streamgauge.processors.admission;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.testkit.Moments;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import dev.streamgauge.schemas.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionTest {

    private static final String SHA = "a1".repeat(20);
    private static final Instant ARRIVAL = Moments.at("09:00");

    static List<Telling> events() {
        return List.of(landed(commit(SHA)), request("1").opened("09:00"), build("1", SHA), deploy("D1", SHA));
    }

    private static Optional<Refusal> refusal(SpecificRecord event) {
        return Admission.check(event, Story.SHOP, ARRIVAL, Memory.FOR_EVER).map(Rejection::refusal);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aGoodEventIsLetIn(Telling told) {
        // Given
        SpecificRecord event = told.event();

        // When
        Optional<Rejection> rejection = Admission.check(event, Story.SHOP, ARRIVAL, Memory.FOR_EVER);

        // Then
        assertThat(rejection).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1989-12-31T23:59:59.999Z, TIME_OUT_OF_RANGE",
        "1990-01-01T00:00:00.000Z,",
        "1990-01-01T00:00:00.001Z,",
        "2026-03-02T09:04:59.999Z,",
        "2026-03-02T09:05:00.000Z,",
        "2026-03-02T09:05:00.001Z, TIME_OUT_OF_RANGE"
    })
    void eachTimeOfAnEventMustLieBetween1990AndFiveMinutesAfterItsArrival(Instant time, Refusal expected) {
        // Given
        for (Telling told : events()) {
            SpecificRecord event = told.event();
            for (Schema.Field field : event.getSchema().getFields()) {
                if (event.get(field.pos()) instanceof Instant good) {
                    event.put(field.pos(), time);

                    // When
                    Optional<Refusal> refusal = refusal(event);

                    // Then
                    assertThat(refusal).as("%s", field).isEqualTo(Optional.ofNullable(expected));
                    event.put(field.pos(), good);
                }
            }
        }
    }

    @Test
    void theRefusalOfATimeSaysWhichAndWhy() {
        // Given
        var early = deploy("D1", SHA).at("1970-01-01T00:00:00Z");

        // When
        Optional<Rejection> rejection = Admission.check(early.event(), Story.SHOP, ARRIVAL, Memory.FOR_EVER);

        // Then
        assertThat(rejection)
                .contains(new Rejection(
                        Refusal.TIME_OUT_OF_RANGE,
                        "'occurred_at' is 1970-01-01T00:00:00Z, but must not be before 1990 or more than 5 minutes after arrival"
                                + " (2026-03-02T09:00:00Z)"));
    }

    @Test
    void theTimeOfAReviewIsATimeOfItsEvent() {
        // Given
        ReviewChanged request = request("1").opened("09:00").event();
        request.setReviews(List.of(new Review(null, null, "approved", ARRIVAL.plusSeconds(301))));

        // When
        Optional<Rejection> rejection = Admission.check(request, Story.SHOP, ARRIVAL, Memory.FOR_EVER);

        // Then
        assertThat(rejection).map(Rejection::refusal).contains(Refusal.TIME_OUT_OF_RANGE);
        assertThat(rejection.orElseThrow().message()).startsWith("'reviews[0].submitted_at' is 2026-03-02T09:05:01Z");
    }

    @Test
    void aCommitsOwnDatesMayBeAnything() {
        // Given
        var landing =
                landed(commit(SHA).authored("1969-07-20T20:17:00Z"), commit(SHA).authored("2099-01-01T00:00:00Z"));

        // When
        Optional<Refusal> refusal = refusal(landing.event());

        // Then
        assertThat(refusal).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"github.com/acme/other", "GitHub.com/acme/shop", "''", ","})
    void theKeyMustBeTheRepository(String key) {
        // Given
        SpecificRecord event = deploy("D1", SHA).event();

        // When
        Optional<Rejection> rejection = Admission.check(event, key, ARRIVAL, Memory.FOR_EVER);

        // Then
        assertThat(rejection)
                .contains(new Rejection(
                        Refusal.KEY_MISMATCH,
                        "The record's key is '" + key
                                + "', but its repository is 'github.com/acme/shop': they must be equal"));
    }

    @Test
    void whatHasFinishedNeedsAnOutcome() {
        // Given
        List<Telling> unclear =
                List.of(build("1", SHA).outcome(null), deploy("D1", SHA).outcome(null));

        // When
        List<Optional<Refusal>> refusals =
                unclear.stream().map(told -> refusal(told.event())).toList();

        // Then
        assertThat(refusals).containsOnly(Optional.of(Refusal.MISSING_FIELD));
    }

    @Test
    void whatHasNotFinishedNeedsNoOutcome() {
        // Given
        List<Telling> running =
                List.of(build("1", SHA).running(), deploy("D1", SHA).state("running"));

        // When
        List<Optional<Refusal>> refusals =
                running.stream().map(told -> refusal(told.event())).toList();

        // Then
        assertThat(refusals).containsOnly(Optional.empty());
    }

    @Test
    void aWordThatNobodyKnowsIsRefused() {
        // Given
        List<Telling> strange = List.of(
                build("1", SHA).outcome("great"),
                build("1", SHA).trigger("cron"),
                deploy("D1", SHA).state("queued"),
                deploy("D1", SHA).outcome("timed_out"),
                request("1").state("reopened"));

        // When
        List<Optional<Refusal>> refusals =
                strange.stream().map(told -> refusal(told.event())).toList();

        // Then
        assertThat(refusals).containsOnly(Optional.of(Refusal.BAD_VALUE));
    }
}
