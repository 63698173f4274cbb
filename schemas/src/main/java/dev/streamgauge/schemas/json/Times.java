package dev.streamgauge.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgauge.schemas.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times in JSON: ISO-8601 with an offset, or milliseconds since 1970. */
final class Times {

    static final String OUT_OF_RANGE = "outside the years 0001 to 9999";

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final DateTimeFormatter WITH_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** The time to the millisecond; what is finer is cut off. */
    static Instant parse(Place place, JsonNode value) throws BadEventException {
        Instant time = read(place, value).truncatedTo(ChronoUnit.MILLIS);
        if (!isInRange(time)) {
            throw new BadEventException(
                    Refusal.BAD_VALUE,
                    place.path() + " is " + Place.cut(value.asText()) + ", " + OUT_OF_RANGE,
                    place.path() + " is " + OUT_OF_RANGE);
        }
        return time;
    }

    /** Whether a time has four digits for its year, as ISO-8601 needs them. */
    static boolean isInRange(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    private static Instant read(Place place, JsonNode value) throws BadEventException {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Instant.ofEpochMilli(value.longValue());
        }
        try {
            return OffsetDateTime.parse(value.isTextual() ? value.textValue() : "")
                    .toInstant();
        } catch (DateTimeException e) {
            throw place.bad(
                    value.toString(),
                    "should be a time with its offset, such as \"2026-03-01T09:30:00Z\", or milliseconds since 1970");
        }
    }

    /** As reports show times: always with three decimals. */
    static String withMillis(Instant time) {
        return WITH_MILLIS.format(time);
    }
}
