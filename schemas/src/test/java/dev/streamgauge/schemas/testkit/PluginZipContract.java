package dev.streamgauge.schemas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every zip, loaded as a worker loads it: nothing of ours from elsewhere, and of the worker only what it promises. A module's
 * {@code PluginZipTest} extends it, and the build runs that when the zip is there.
 */
public abstract class PluginZipContract {

    private final String jar;
    private final List<String> files;
    private PluginZip zip;

    /**
     * The zip of one module.
     *
     * @param jar the name of the module's own jar, without its version
     * @param files what is in this zip besides that which is in all of them
     */
    protected PluginZipContract(String jar, String... files) {
        this.jar = jar;
        this.files = List.of(files);
    }

    @BeforeEach
    void unpack(@TempDir Path directory) throws IOException {
        zip = PluginZip.unpacked(directory);
    }

    @Test
    void shouldHoldWhatAMarketplaceExpectsAndNothingThatTheWorkerBrings() {
        assertThat(zip.names())
                .contains("manifest.json", "doc/LICENSE", "doc/NOTICE")
                .containsAll(files)
                .anyMatch(name -> name.matches("lib/" + jar + "-.*\\.jar"))
                .noneMatch(name -> name.matches("lib/(kafka|connect|slf4j|logback|zstd|lz4|snappy|micrometer).*"));
    }

    /** The classes of the zip, until they are closed. */
    protected final URLClassLoader isolated() throws IOException {
        return zip.isolated();
    }

    /** The plugins of a kind that a worker finds in the zip, by the simple names of their classes. */
    protected final List<String> found(Class<?> kind) throws IOException {
        try (URLClassLoader isolated = isolated()) {
            List<String> names = new ArrayList<>();
            ServiceLoader.load(kind, isolated)
                    .forEach(plugin -> names.add(plugin.getClass().getSimpleName()));
            return names;
        }
    }

    /** A new object of a class of the zip. */
    protected static Object newInstance(ClassLoader isolated, String type) throws ReflectiveOperationException {
        return isolated.loadClass(type).getConstructor().newInstance();
    }
}
