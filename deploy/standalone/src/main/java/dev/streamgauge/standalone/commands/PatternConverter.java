package dev.streamgauge.standalone.commands;

import dev.streamgauge.processors.definitions.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a pattern of names. An empty one would match nothing, which is what a forgotten variable of a shell would ask for. */
final class PatternConverter implements ITypeConverter<Pattern> {

    @Override
    public Pattern convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("a pattern of names must not be empty");
        }
        return new Pattern(text);
    }
}
