package dev.streamgauge.processors.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static Instant start(Window window, Instant moment) {
        return Instant.ofEpochMilli(window.startOf(moment.toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T23:59:59.999Z, 2026-03-01T23:00:00Z, 2026-03-01T00:00:00Z, 2026-02-23T00:00:00Z",
        "2026-03-02T00:00:00.000Z, 2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z",
        "2026-03-02T00:00:00.001Z, 2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z",
        "2026-01-01T12:00:00.000Z, 2026-01-01T12:00:00Z, 2026-01-01T00:00:00Z, 2025-12-29T00:00:00Z",
        "2024-12-31T23:59:59.999Z, 2024-12-31T23:00:00Z, 2024-12-31T00:00:00Z, 2024-12-30T00:00:00Z",
        "2028-02-29T01:00:00.000Z, 2028-02-29T01:00:00Z, 2028-02-29T00:00:00Z, 2028-02-28T00:00:00Z",
        "1970-01-01T00:00:00.000Z, 1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z, 1969-12-29T00:00:00Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:00:00Z, 1969-12-31T00:00:00Z, 1969-12-29T00:00:00Z",
        "1969-12-28T23:59:59.999Z, 1969-12-28T23:00:00Z, 1969-12-28T00:00:00Z, 1969-12-22T00:00:00Z"
    })
    void containsItsFirstInstantAndNotItsLast(Instant moment, Instant hour, Instant day, Instant week) {
        // Given
        Window[] windows = {Window.HOUR, Window.DAY, Window.WEEK};

        // When
        Instant[] starts = {start(windows[0], moment), start(windows[1], moment), start(windows[2], moment)};

        // Then
        assertThat(starts).containsExactly(hour, day, week);
    }

    @Test
    void agreesWithTheCalendar() {
        // Given
        Random random = new Random(81);
        for (int i = 0; i < 20_000; i++) {
            ZonedDateTime moment =
                    Instant.ofEpochMilli(random.nextLong() % 4_000_000_000_000L).atZone(ZoneOffset.UTC);

            // When
            Instant week = start(Window.WEEK, moment.toInstant());

            // Then
            ZonedDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
            assertThat(week)
                    .isEqualTo(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .toInstant());
            assertThat(start(Window.DAY, moment.toInstant())).isEqualTo(day.toInstant());
            assertThat(start(Window.HOUR, moment.toInstant()))
                    .isEqualTo(moment.truncatedTo(ChronoUnit.HOURS).toInstant());
        }
    }

    @ParameterizedTest
    @CsvSource({"HOUR, hour", "DAY, day", "WEEK, week"})
    void isCalledInPublicByItsLowerCaseName(Window window, String name) {
        // Given
        Window given = window;

        // When
        String label = given.label();

        // Then
        assertThat(label).isEqualTo(name);
    }
}
