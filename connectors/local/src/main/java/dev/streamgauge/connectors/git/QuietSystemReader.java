package dev.streamgauge.connectors.git;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit to reading. By itself it starts the user's git to find the system's configuration, measures how exact the times of files are by writing
 * files into the clone, for seconds, and notes that in the user's home. The user's own configuration is read: it may say what a remote's short URL means.
 */
final class QuietSystemReader extends SystemReader.Delegate {

    private QuietSystemReader(SystemReader system) {
        super(system);
    }

    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof QuietSystemReader)) {
            SystemReader.setInstance(new QuietSystemReader(current));
        }
    }

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
        return new MeasuredConfig(super.getUserConfig());
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    /** The user's configuration, with an answer to how exact the times of files are. */
    private static final class MeasuredConfig extends StoredConfig {

        /** The coarsest that file systems in use have. */
        private static final Duration CAUTIOUS = Duration.ofSeconds(2);

        MeasuredConfig(Config user) {
            super(user);
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long fallback, TimeUnit unit) {
            boolean asked = section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION);
            return asked ? unit.convert(CAUTIOUS) : super.getTimeUnit(section, subsection, name, fallback, unit);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}
    }

    private static final class NoConfig extends FileBasedConfig {

        NoConfig(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
