package dev.streamgauge.processors.watch;

/**
 * A repository of which history was heard.
 *
 * @param until nothing of it is evaluated before, epoch milliseconds of the wall clock
 */
public record History(String repository, long until) {}
