package dev.streamgauge.processors.landings;

import java.util.List;
import java.util.Map;

/**
 * What a request's snapshot has changed.
 *
 * @param commits the commits that know more, or belong elsewhere
 * @param carriers the requests that only carry other changes now (true), or no longer (false)
 */
public record Claim(List<CommitRevision> commits, Map<String, Boolean> carriers) {}
