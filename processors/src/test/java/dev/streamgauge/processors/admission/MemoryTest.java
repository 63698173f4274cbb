package dev.streamgauge.processors.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.testkit.Cast;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.schemas.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

    private static final Memory TWENTY_DAYS = new Memory(Duration.ofDays(20));

    private static Instant finished(SpecificRecord build) {
        return ((BuildChanged) build).getFinishedAt();
    }

    @ParameterizedTest
    @CsvSource({"PT239H59M59S, true", "PT240H, true", "PT240H0.001S, false"})
    void anEventMayBeHalfAsOldAsTheMemoryReaches(Duration age, boolean admitted) {
        // Given
        SpecificRecord event = Cast.build("1", "a1".repeat(20)).at("10:00").event();

        // When
        var rejection = Admission.check(event, Story.SHOP, finished(event).plus(age), TWENTY_DAYS);

        // Then
        assertThat(rejection.isEmpty()).isEqualTo(admitted);
        rejection.ifPresent(refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.BEYOND_MEMORY);
            assertThat(refused.message()).contains("forget.after");
        });
    }

    @Test
    void withoutALimitNothingIsTooOld() {
        // Given
        SpecificRecord event = Cast.build("1", "a1".repeat(20)).at("10:00").event();

        // When
        var rejection =
                Admission.check(event, Story.SHOP, finished(event).plus(Duration.ofDays(10_000)), Memory.FOR_EVER);

        // Then
        assertThat(rejection).isEmpty();
    }

    @Test
    void aMemoryOfLessThanTwoDaysIsRefused() {
        assertThatThrownBy(() -> new Memory(Duration.ofDays(2).minusMillis(1)))
                .hasMessageContaining("forget.after")
                .hasMessageContaining("at least two days");
    }
}
