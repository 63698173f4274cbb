package dev.streamgauge.connectors.providers.rules;

import java.util.List;

/**
 * What of a change request the rules look at.
 *
 * @param author who opened it
 * @param branch the source branch. Null: unknown
 * @param labels their names
 * @param title null: unknown
 * @param description null: unknown. It is read for trailers and references only
 */
public record RequestText(Account author, String branch, List<String> labels, String title, String description) {}
