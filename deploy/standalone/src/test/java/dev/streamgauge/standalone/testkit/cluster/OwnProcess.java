package dev.streamgauge.standalone.testkit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Something that runs in a process of its own and can be started, paused, killed and started again. What it says is in a file. */
public final class OwnProcess implements AutoCloseable {

    private static final long END_S = 60;

    private final ProcessBuilder builder;
    private final Path log;
    private Process process;

    /** Nothing runs yet. */
    OwnProcess(ProcessBuilder builder, Path log) {
        this.builder = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        this.log = log;
    }

    /** Starts it, for the first time or again; does not wait. */
    public void start() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("It runs already: " + log);
        }
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As {@code kill -9}; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As Ctrl-C or Kubernetes would; returns when it is gone. */
    public void terminate() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It goes on living: pid %d, see %s".formatted(pid(), log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nothing of it runs until {@link #resume}. */
    public void pause() {
        Signals.send("STOP", pid());
    }

    public void resume() {
        Signals.send("CONT", pid());
    }

    /** The end of what it has said. */
    public String says() {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - 4_000));
        } catch (IOException e) {
            return "nothing: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
