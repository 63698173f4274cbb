package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.events.v1.Commit;
import java.util.List;
import java.util.Optional;

/** What a door decides, once, so that a replay gives the same answer. Read from {@code doors.yaml}; everything has a default. */
public interface DoorRules {

    /** human, bot or agent; null for an account of which nothing is known. */
    String actorClass(Account account);

    /** agent-authored, assisted or no-evidence, by what the request itself says. */
    String evidence(RequestText request);

    /** Whether the request repairs a failed deploy. */
    boolean isHotfix(RequestText request);

    /** The number of the request in the same repository that this one says it reverts ({@code Reverts acme/shop#12}, {@code Reverts !12}); null: none. */
    String revertsRequest(RequestText request, String repository);

    /** Whether an issue with these labels is an incident. */
    boolean isIncident(List<String> labels);

    /** The commit for the event: with trailers, picks, reverts, the request that it names, actor class, AI evidence and services; the author's e-mail only as a keyed hash. */
    Commit commit(String repository, CommitText text);

    /** What a provider's name of a job, application or service means, by the configured places. */
    Optional<Place> place(String provider, String name);

    /** The repository's default branch, for providers that do not say; null if it is not configured. */
    String defaultBranch(String repository);
}
