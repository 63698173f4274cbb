package dev.streamgauge.standalone.commands;

import dev.streamgauge.processors.definitions.Baseline;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads 2026-01-01/2026-02-01, or the same with instants. */
final class BaselineConverter implements ITypeConverter<Baseline> {

    @Override
    public Baseline convert(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            throw bad(text);
        }
        try {
            long from = millis(ends[0]);
            long to = millis(ends[1]);
            if (from == to) {
                throw new TypeConversionException("'" + text
                        + "' is empty: a period ends before its second time, so one day is 2026-01-01/2026-01-02");
            }
            return new Baseline(from, to);
        } catch (DateTimeException e) {
            throw bad(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' ends before it begins");
        }
    }

    private static long millis(String text) {
        return text.contains("T")
                ? Instant.parse(text).toEpochMilli()
                : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static TypeConversionException bad(String text) {
        return new TypeConversionException("'" + text
                + "' is not a period such as 2026-01-01/2026-02-01 or 2026-01-01T06:00:00Z/2026-01-02T06:00:00Z");
    }
}
