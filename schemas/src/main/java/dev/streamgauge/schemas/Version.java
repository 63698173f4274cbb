package dev.streamgauge.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the build, which is that of all its modules. */
public final class Version {

    private static final String VERSION = read();

    private Version() {}

    public static String get() {
        return VERSION;
    }

    private static String read() {
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
