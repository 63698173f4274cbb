package dev.streamgauge.processors.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The formula of the stages; ends are told in the order of the flow, null for never. */
class StagesTest {

    private static Stages stages(Long... ends) {
        return Stages.of(0, Arrays.asList(ends), List.of(), null);
    }

    @Test
    void eachStageLastsFromTheEndOfTheOneBeforeToItsOwn() {
        // Given
        Long[] ends = {10L, 30L, 60L, 100L, 150L, 210L, 280L};

        // When
        Stages stages = stages(ends);

        // Then
        assertThat(stages.lengthsMs()).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L);
        assertThat(stages.occurred()).containsOnly(true);
        assertThat(stages.totalMs()).isEqualTo(280);
    }

    @Test
    void withoutAnyEndButTheDeliveryAllIsCoding() {
        // Given
        Long[] ends = {null, null, null, null, null, null, 280L};

        // When
        Stages stages = stages(ends);

        // Then
        assertThat(stages.lengthsMs()).containsExactly(280L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(stages.occurred()).containsExactly(true, false, false, false, false, false, false);
    }

    @Test
    void aStageThatEndsAtTheVeryMomentOfTheNextOccursAndTheNextHasNoLength() {
        // Given
        Long[] ends = {10L, 10L, 10L, 100L, 150L, 150L, 280L};

        // When
        Stages stages = stages(ends);

        // Then
        assertThat(stages.lengthsMs()).containsExactly(10L, 0L, 0L, 90L, 50L, 0L, 130L);
        assertThat(stages.occurred()).containsOnly(true);
    }

    @Test
    void aStageWhoseEndCameOneMillisecondAfterALaterStagesDidNotEndItself() {
        // Given
        Long[] ends = {11L, 10L, 60L, 100L, 150L, 210L, 280L};

        // When
        Stages stages = stages(ends);

        // Then
        assertThat(stages.lengthsMs()).containsExactly(10L, 0L, 50L, 40L, 50L, 60L, 70L);
        assertThat(stages.occurred(Stage.PICKUP)).isFalse();
        assertThat(stages.occurred(Stage.REVIEW)).isTrue();
    }

    @Test
    void anEndBeforeTheFirstAuthorDateHasNoLength() {
        // Given
        List<Long> ends = Arrays.asList(10L, 30L, null, 100L, 150L, 210L, 280L);

        // When
        Stages stages = Stages.of(50, ends, List.of(), null);

        // Then
        assertThat(stages.lengthsMs()).containsExactly(0L, 0L, 50L, 0L, 50L, 60L, 70L);
        assertThat(stages.occurred()).containsExactly(true, true, true, false, true, true, true);
    }

    @Test
    void whatEndsAfterTheDeliveryEndsWithIt() {
        // Given
        Long[] ends = {10L, 30L, 60L, 400L, 500L, 600L, 280L};

        // When
        Stages stages = stages(ends);

        // Then
        assertThat(stages.lengthsMs()).containsExactly(10L, 20L, 30L, 220L, 0L, 0L, 0L);
        assertThat(stages.occurred()).containsOnly(true);
    }

    @Test
    void passesThroughTheQueueAreCountedOnceAndOnlyWithinMerge() {
        // Given
        List<Long> ends = Arrays.asList(10L, 30L, 60L, 100L, 150L, 210L, 280L);
        List<Span> passes = List.of(new Span(90, Long.MAX_VALUE), new Span(50, 70), new Span(65, 75));

        // When
        Stages stages = Stages.of(0, ends, passes, null);

        // Then
        assertThat(stages.mergeQueueMs()).isEqualTo(10 + 5 + 10);
    }

    @Test
    void aQueueOutsideOfMergeTookNoTimeOfIt() {
        // Given
        List<Long> ends = Arrays.asList(10L, 30L, null, 100L, 150L, 210L, 280L);

        // When
        Stages stages = Stages.of(0, ends, List.of(new Span(50, 70)), null);

        // Then
        assertThat(stages.mergeQueueMs()).isZero();
        assertThat(stages.occurred(Stage.MERGE)).isFalse();
    }

    @Test
    void anApprovalIsCountedAsFarAsItLiesInDeployWait() {
        // Given
        List<Long> ends = Arrays.asList(10L, 30L, 60L, 100L, 150L, 210L, 280L);

        // When
        Stages stages = Stages.of(0, ends, List.of(), new Span(140, 230));

        // Then
        assertThat(stages.approvalWaitMs()).isEqualTo(60);
    }

    @Test
    void anApprovalThatWasGivenBeforeItWasRequestedTookNoTime() {
        // Given
        List<Long> ends = Arrays.asList(10L, 30L, 60L, 100L, 150L, 210L, 280L);

        // When
        Stages stages = Stages.of(0, ends, List.of(), new Span(180, 170));

        // Then
        assertThat(stages.approvalWaitMs()).isZero();
    }

    @Test
    void withoutDeployWaitThereIsNoApprovalWait() {
        // Given
        List<Long> ends = Arrays.asList(10L, 30L, 60L, 100L, null, 210L, 280L);

        // When
        Stages stages = Stages.of(0, ends, List.of(), new Span(140, 230));

        // Then
        assertThat(stages.approvalWaitMs()).isNull();
        assertThat(stages.lengthMs(Stage.INTEGRATION)).isEqualTo(110);
    }

    @Test
    void lengthsSumToTheLeadTimeWhateverTheEnds() {
        // Given
        Random random = new Random(71);
        for (int i = 0; i < 50_000; i++) {
            long start = random.nextInt(40);
            List<Long> ends = new ArrayList<>();
            LongStream.range(0, 6)
                    .forEach(stage -> ends.add(random.nextInt(4) == 0 ? null : (Long) (long) random.nextInt(60)));
            ends.add(start + random.nextInt(20));
            List<Span> passes = List.of(new Span(random.nextInt(60), random.nextInt(60)), new Span(5, 9));

            // When
            Stages stages = Stages.of(start, ends, passes, new Span(random.nextInt(60), random.nextInt(60)));

            // Then
            assertThat(stages.totalMs()).as("%d %s", start, ends).isEqualTo(ends.get(6) - start);
            assertThat(stages.lengthsMs()).allMatch(length -> length >= 0);
            for (Stage stage : Stage.values()) {
                assertThat(stages.occurred(stage) || stages.lengthMs(stage) == 0)
                        .isTrue();
            }
            assertThat(stages.mergeQueueMs()).isBetween(0L, stages.lengthMs(Stage.MERGE));
            if (stages.approvalWaitMs() != null) {
                assertThat(stages.approvalWaitMs()).isBetween(0L, stages.lengthMs(Stage.DEPLOY_WAIT));
            }
        }
    }

    /** The definition word by word: at each moment, the first stage of which neither its own end nor a later one's has come. */
    @Test
    void atEachMomentTheChangeIsInTheFirstStageThatIsNotOver() {
        // Given
        Random random = new Random(72);
        for (int i = 0; i < 2_000; i++) {
            List<Long> ends = new ArrayList<>();
            LongStream.range(0, 6)
                    .forEach(stage -> ends.add(random.nextInt(4) == 0 ? null : (Long) (long) random.nextInt(30)));
            ends.add((long) random.nextInt(30));
            long[] moments = new long[7];
            for (long now = 0; now < ends.get(6); now++) {
                int stage = 0;
                while (over(ends.subList(stage, 7), now)) {
                    stage++;
                }
                moments[stage]++;
            }

            // When
            Stages stages = stages(ends.toArray(Long[]::new));

            // Then
            assertThat(stages.lengthsMs())
                    .containsExactly(Arrays.stream(moments).boxed().toArray(Long[]::new));
        }
    }

    private static boolean over(List<Long> ends, long now) {
        return ends.stream().anyMatch(end -> end != null && end <= now);
    }
}
