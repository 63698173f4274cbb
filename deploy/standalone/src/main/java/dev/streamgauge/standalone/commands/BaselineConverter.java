package dev.streamgauge.standalone.commands;

import dev.streamgauge.processors.definitions.Baseline;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads 2026-01-01/2026-02-01, or the same with instants. */
final class BaselineConverter implements ITypeConverter<Baseline> {

    @Override
    public Baseline convert(String text) {
        try {
            return Baseline.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
