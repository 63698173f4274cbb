package dev.streamgauge.schemas.testkit;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The zip of a plugin for Kafka Connect, as a worker unpacks it.
 *
 * @param names what is in it, below its one folder
 * @param jars where its jars are
 */
public record PluginZip(List<String> names, Path jars) {

    /** Unpacks the zip that the build has made. Before 'package' there is none, and the test is skipped. */
    public static PluginZip unpacked(Path directory) throws IOException {
        String file = System.getProperty("plugin.zip");
        assumeThat(file).as("the zip, which is there after 'package'").isNotNull();
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(Path.of(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().replaceFirst("^[^/]*/", ""));
                if (entry.getName().endsWith(".jar")) {
                    Files.copy(zip, directory.resolve(Path.of(entry.getName()).getFileName()));
                }
            }
        }
        return new PluginZip(names, directory);
    }

    /** Its classes as a worker loads them: nothing of ours from elsewhere, and of the worker only what it promises. */
    public URLClassLoader isolated() throws IOException {
        List<URL> urls = new ArrayList<>();
        try (var files = Files.list(jars)) {
            for (Path jar : files.toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), new OnlyWorker());
    }

    /** Java, Kafka's clients, Connect's API and the log: what a worker shares with its plugins. */
    private static final class OnlyWorker extends ClassLoader {

        private OnlyWorker() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.apache.kafka.") || name.startsWith("org.slf4j.")) {
                return PluginZip.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return null;
        }
    }
}
