package dev.streamgauge.checks.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker and one registry for all drills that leave these alone; they end with the last test. */
final class SharedGround implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Ground.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedGround.class))
                .getOrComputeIfAbsent(Ground.class, type -> start(), Ground.class);
    }

    private static Ground start() {
        try {
            return Ground.of(1, Files.createTempDirectory("ground"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
