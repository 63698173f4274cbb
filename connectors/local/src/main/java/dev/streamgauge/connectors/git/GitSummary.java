package dev.streamgauge.connectors.git;

import java.util.List;

/**
 * What was found in a clone.
 *
 * @param commits the commits that the events list
 * @param landings the commits on main's first-parent line
 * @param tags the tags of commits that match the glob
 * @param deploys those of them that belong to this history; one event each
 * @param tagsElsewhere those that share no commit with main's first-parent line; not sent
 * @param warnings what could not be read as it stands, one sentence each, with its count; empty if all is well
 */
public record GitSummary(
        long commits, long landings, long tags, long deploys, long tagsElsewhere, List<String> warnings) {

    public GitSummary {
        warnings = List.copyOf(warnings);
    }
}
