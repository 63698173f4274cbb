package dev.streamgauge.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.testkit.RandomRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventRulesTest {

    private static final String SHA = "2222222222222222222222222222222222222222";
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    static List<Class<? extends SpecificRecord>> events() {
        return Topics.events().stream()
                .<Class<? extends SpecificRecord>>map(Topic::valueClass)
                .toList();
    }

    private static SpecificRecord parse(String line) throws BadEventException {
        return EventJson.parse(line.replace('\'', '"'));
    }

    private static CommitPushed push() throws BadEventException {
        return (CommitPushed) parse("{'type':'CommitPushed','repository':'h/r','occurred_at':0,'after':'" + SHA
                + "','commits':[{'sha':'" + SHA + "'},{'sha':'" + SHA + "'}]}");
    }

    private static ReviewChanged request() throws BadEventException {
        return (ReviewChanged)
                parse(
                        "{'type':'ReviewChanged','repository':'h/r','occurred_at':'2026-03-01T00:00:00Z',"
                                + "'request':'1','state':'open','reviews':[{'state':'approved','submitted_at':'2026-03-01T00:00:00Z'}]}");
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatTheJsonFormAllowsIsAllowed(Class<? extends SpecificRecord> type) {
        // Given
        RandomRecords random = new RandomRecords(8);

        for (int i = 0; i < 300; i++) {
            SpecificRecord event = random.next(type);

            // When
            Throwable thrown = catchThrowable(() -> EventRules.check(event));

            // Then
            boolean unclear = thrown instanceof BadEventException bad && bad.reason() == Refusal.MISSING_FIELD;
            assertThat(unclear || thrown == null).as("%s", thrown).isTrue();
        }
    }

    static Stream<Arguments> mistakesOfAPush() {
        return Stream.of(
                Arguments.of(
                        commit(c -> c.setSha("22")), "commits[1].sha is '22', but should be a full hash of 40 or 64"),
                Arguments.of(
                        commit(c -> c.setSha("AB".repeat(20))),
                        "commits[1].sha is '" + "AB".repeat(20) + "', but must"),
                Arguments.of(
                        commit(c -> c.setParents(List.of(SHA, "x"))),
                        "commits[1].parents[1] is 'x', but should be a full hash"),
                Arguments.of(commit(c -> c.setPickedFrom(List.of(""))), "commits[1].picked_from[0] is ''"),
                Arguments.of(commit(c -> c.setReverts(List.of("no"))), "commits[1].reverts[0] is 'no'"),
                Arguments.of(commit(c -> c.setServices(List.of("api", "*"))), "commits[1].services[1] must not be '*'"),
                Arguments.of(commit(c -> c.setServices(List.of(" "))), "commits[1].services[0] must not be empty"),
                Arguments.of(commit(c -> c.setActorClass("cat")), "commits[1].actor_class is 'cat', but should be one"),
                Arguments.of(commit(c -> c.setAuthor("\ud83d")), "commits[1].author holds half of a surrogate pair"),
                Arguments.of(
                        commit(c -> c.setAdditions(-1)), "commits[1].additions is -1, but should be a whole number"),
                Arguments.of(commit(c -> c.setAuthoredAt(Instant.MAX)), "commits[1].authored_at is +1000000000-12-31"),
                Arguments.of((Consumer<CommitPushed>) push -> push.setPart(0), "part is 0, but should be a whole"));
    }

    private static Consumer<CommitPushed> commit(Consumer<Commit> mistake) {
        return push -> mistake.accept(push.getCommits().get(1));
    }

    @ParameterizedTest
    @MethodSource("mistakesOfAPush")
    void aMistakeInANestedRecordIsNamedWithItsWholeWay(Consumer<CommitPushed> mistake, String message)
            throws BadEventException {
        // Given
        CommitPushed push = push();
        mistake.accept(push);

        // When
        Throwable thrown = catchThrowable(() -> EventRules.check(push));

        // Then
        assertThat(thrown).isInstanceOf(BadEventException.class).hasMessageStartingWith(message);
        assertThat(((BadEventException) thrown).reason()).isEqualTo(Refusal.BAD_VALUE);
    }

    @Test
    void anAncientCommitIsNoMistake() throws BadEventException {
        // Given
        CommitPushed push = push();
        push.getCommits().get(0).setAuthoredAt(Instant.parse("0001-01-01T00:00:00Z"));

        // When
        Throwable thrown = catchThrowable(() -> EventRules.check(push));

        // Then
        assertThat(thrown).isNull();
    }

    @Test
    void aReviewIsHeldToItsWordsAndNotToThoseOfItsRequest() throws BadEventException {
        // Given
        ReviewChanged request = request();
        request.setReviews(new ArrayList<>(request.getReviews()));
        request.getReviews().add(new Review(null, null, "open", MARCH));

        // When
        Throwable thrown = catchThrowable(() -> EventRules.check(request));

        // Then
        assertThat(thrown).hasMessageStartingWith("reviews[1].state is 'open', but should be one of commented");
    }

    @Test
    void aTeamIsNotCalledAll() {
        // Given
        RepositoryOwned owned = new RepositoryOwned("1", "file", "h/r", MARCH, MARCH, "*", null);

        // When
        Throwable thrown = catchThrowable(() -> EventRules.check(owned));

        // Then
        assertThat(thrown).hasMessageStartingWith("team must not be '*'");
    }

    @Test
    void whatHasFinishedNeedsAnOutcome() throws BadEventException {
        // Given
        BuildChanged build =
                (BuildChanged) parse("{'type':'BuildChanged','repository':'h/r','occurred_at':0,'run_id':'1',"
                        + "'workflow':'ci','trigger':'push','sha':'" + SHA + "','state':'finished'}");

        // When
        Throwable thrown = catchThrowable(() -> EventRules.check(build));

        // Then
        assertThat(thrown).hasMessage("A finished event needs an outcome");
    }

    @Test
    void theTimesOfReviewsAreTimesOfTheEvent() throws BadEventException {
        // Given
        ReviewChanged request = request();
        request.getReviews().get(0).setSubmittedAt(MARCH.plusMillis(1));

        // When
        var outside = EventTimes.outside(request, MARCH, MARCH);

        // Then
        assertThat(outside).contains(new EventTimes.EventTime("reviews[0].submitted_at", MARCH.plusMillis(1)));
    }

    @Test
    void timesAtTheLimitsAreInside() throws BadEventException {
        // Given
        ReviewChanged request = request();
        request.setOpenedAt(MARCH.minusMillis(1));

        // When
        var outside = EventTimes.outside(request, MARCH.minusMillis(1), MARCH);

        // Then
        assertThat(outside).isEmpty();
    }

    @Test
    void theDatesOfCommitsAreNoTimesOfTheEvent() throws BadEventException {
        // Given
        CommitPushed push = push();
        push.getCommits().get(0).setAuthoredAt(MARCH);

        // When
        var outside = EventTimes.outside(push, Instant.EPOCH, Instant.EPOCH);

        // Then
        assertThat(outside).isEmpty();
    }
}
