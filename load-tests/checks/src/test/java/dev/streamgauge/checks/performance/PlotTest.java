package dev.streamgauge.checks.performance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlotTest {

    @Test
    void eachFigureStandsAboveItsPlace() {
        // Given
        Plot plot = new Plot("What it costs", "open changes", "µs");
        plot.add(10_000, 100);
        plot.add(1_000_000, 150.25);

        // When
        String text = plot.text();

        // Then
        assertThat(text).isEqualTo("""

                ```mermaid
                xychart-beta
                  title "What it costs"
                  x-axis "open changes" ["10,000", "1,000,000"]
                  y-axis "µs" 0 --> 166
                  line [100.0, 150.3]
                ```
                """);
    }
}
