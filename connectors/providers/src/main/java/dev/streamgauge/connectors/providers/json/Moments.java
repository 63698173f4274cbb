package dev.streamgauge.connectors.providers.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Times as providers write them. GitLab alone has four spellings; some send seconds, some milliseconds since 1970. */
public final class Moments {

    /** Seconds since 1970 reach this in the year 5138; milliseconds have passed it since 1973. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private static final DateTimeFormatter SPELLINGS = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "UTC")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Moments() {}

    /**
     * The time to the millisecond, or null if the text is none. A time without an offset is none: nobody knows when it was. Nor is one outside of the years
     * 1 to 9999: it would not fit where times are counted in milliseconds.
     */
    public static Instant parse(String text) {
        Instant usual = UsualMoment.parse(text);
        return usual == null ? spelled(text) : usual;
    }

    private static Instant spelled(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.strip(), SPELLINGS);
            boolean fits = time.getYear() >= 1 && time.getYear() <= 9999;
            return fits ? time.toInstant().truncatedTo(ChronoUnit.MILLIS) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The latest of these; null if all are null. */
    public static Instant latest(Instant... times) {
        return Stream.of(times)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The time of a count since 1970, of seconds or of milliseconds. */
    public static Instant ofEpoch(long count) {
        return count > -FIRST_MILLIS && count < FIRST_MILLIS
                ? Instant.ofEpochSecond(count)
                : Instant.ofEpochMilli(count);
    }
}
