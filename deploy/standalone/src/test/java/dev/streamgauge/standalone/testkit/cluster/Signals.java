package dev.streamgauge.standalone.testkit.cluster;

import java.io.IOException;

/** Signals that Java has no word for. */
public final class Signals {

    private Signals() {}

    /**
     * Sends one.
     *
     * @param name as {@code kill} has it: {@code STOP}
     */
    public static void send(String name, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("Cannot send %s to %d".formatted(name, pid));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
