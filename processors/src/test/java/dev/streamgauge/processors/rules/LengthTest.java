package dev.streamgauge.processors.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LengthTest {

    @Test
    void lengthsAreReadInTheirUnits() {
        assertThat(Length.parse("30s")).isEqualTo(30_000);
        assertThat(Length.parse("10m")).isEqualTo(600_000);
        assertThat(Length.parse("2h")).isEqualTo(7_200_000);
        assertThat(Length.parse("3d")).isEqualTo(259_200_000);
        assertThat(Length.parse("0s")).isZero();
    }

    @Test
    void whatIsNoLengthIsNone() {
        assertThat(Length.parse("10")).isNull();
        assertThat(Length.parse("10 m")).isNull();
        assertThat(Length.parse("-1h")).isNull();
        assertThat(Length.parse("1.5h")).isNull();
        assertThat(Length.parse("9999999d")).isNull();
    }

    @Test
    void peopleReadTheTwoLargestUnits() {
        assertThat(Length.text(0)).isEqualTo("0s");
        assertThat(Length.text(59_999)).isEqualTo("59s");
        assertThat(Length.text(90_000)).isEqualTo("1m 30s");
        assertThat(Length.text(187_200_000)).isEqualTo("2d 4h");
        assertThat(Length.text(172_800_000)).isEqualTo("2d");
        assertThat(Length.text(172_860_000)).isEqualTo("2d");
    }
}
