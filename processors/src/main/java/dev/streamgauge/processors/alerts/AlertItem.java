package dev.streamgauge.processors.alerts;

/**
 * One of what an alert is about.
 *
 * @param item a change, a run, a deploy, an episode
 * @param since since when it waits, or lasts: epoch milliseconds
 * @param url null: none
 */
public record AlertItem(String item, long since, String url) {}
