package dev.streamgauge.processors.deliveries;

/** Told of each revision of a deploy; before is null for a new one. */
@FunctionalInterface
public interface DeployListener {
    void revised(Deploy before, Deploy after);
}
