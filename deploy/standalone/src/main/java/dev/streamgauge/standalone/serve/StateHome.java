package dev.streamgauge.standalone.serve;

import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.pipeline.AgreedDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The directory in which an instance of the processors keeps its state, and its name. */
final class StateHome {

    private static final String NAME = "instance";

    private final Path directory;

    private StateHome(Path directory) {
        this.directory = directory;
    }

    /**
     * Creates it if need be.
     *
     * @throws StandaloneException if it cannot be used
     */
    static StateHome in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
        return new StateHome(directory);
    }

    /**
     * Holds definitions to those that the state was computed with.
     *
     * @throws StandaloneException if they differ
     */
    void requireSame(Definitions definitions) {
        AgreedDefinitions.require(
                definitions, directory, "set definitions.* as before, or begin anew with another topic.prefix");
    }

    /** The name that was drawn when the directory was new: it moves with the state, and two directories never share one. */
    String instanceId() {
        Path file = directory.resolve(NAME);
        try {
            if (!Files.exists(file) || Files.size(file) == 0) { // A full disk leaves an empty one.
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static StandaloneException unusable(Path path, IOException cause) {
        return new StandaloneException(
                "processors.state.dir: %s cannot be used: %s (%s)"
                        .formatted(path, cause.getMessage(), cause.getClass().getSimpleName()),
                cause);
    }
}
