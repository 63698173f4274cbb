package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.connectors.providers.commits.MessageReader;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a door decides, once, so that a replay gives the same answer. Read from {@code doors.yaml}; everything has a default. */
public interface DoorRules {

    /** The defaults: nobody is identified, the agents and assistants that are publicly known are known. */
    static DoorRules usual() {
        return DoorsReader.usual();
    }

    /**
     * The defaults, with what the file says laid over them.
     *
     * @throws SettingsException if it cannot be read or used: one line for each mistake, with its place
     */
    static DoorRules read(Path file) {
        return DoorsReader.read(file);
    }

    /** The same for a file's text; its name is for messages. */
    static DoorRules read(String file, String yaml) {
        return DoorsReader.read(file, yaml);
    }

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

    /** What the labels of an incident say of what it concerns. */
    Concern concern(List<String> labels);

    /** The commit for the event: with trailers, picks, reverts, the request that it names, actor class, AI evidence and services; the author's e-mail only as a keyed hash. */
    Commit commit(String repository, CommitText text);

    /** How commits are judged where there is no {@link CommitText}, and people told. */
    MessageReader messages();

    /** What a provider's name of a job, application or service means, by the configured places. */
    Optional<Place> place(String provider, String name);

    /** The repository's default branch, for providers that do not say; null if it is not configured. */
    String defaultBranch(String repository);

    /** The environment to which the repository's published releases are deploys; null: releases are no deploys. */
    String releaseEnvironment(String repository);
}
