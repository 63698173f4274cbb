package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.settings.Means;
import java.util.List;
import java.util.Map;

/** What may stand in {@code doors.yaml}. Its names are the names there, and its meanings the reference in the documentation. */
record DoorsFile(
        @Means("How people are told in events.") PeopleSection people,
        @Means("Which accounts are programs.") Accounts accounts,

        @Means("What shows that an AI had a part in a change.")
        AiEvidence aiEvidence,

        @Means("Which requests repair a failed deploy. One sign is enough.")
        Hotfix hotfix,

        @Means("Which issues are incidents, and what they concern.")
        Incidents incidents,

        @Means("What is to be known of repositories. The first entry that matches and says it, holds.")
        List<RepositoryEntry> repositories,

        @Means(
                "What other systems' names of jobs, applications and services mean. The first entry that matches, holds.")
        List<PlaceEntry> places) {

    static final String NAMING = ".*[*].*";
    static final String A_STAR = "a text with a star in the place of the name";

    record PeopleSection(
            @Means(
                    value =
                            "A secret text of at least 16 characters. With it the authors of commits are told as keyed hashes of "
                                    + "their e-mail addresses; without it they are not told. With another key everybody is somebody else.",
                    form = ".{16,}",
                    expected = "a text of at least 16 characters: a short key can be guessed")
            String key) {}

    record Accounts(
            @Means(
                    "Names of accounts of AI agents: what they write is `agent-authored`, and their reviews are no human's.")
            List<String> agents,

            @Means(
                    "Names of accounts of other programs, beside those that the provider says are programs and those that end in `[bot]`.")
            List<String> bots) {}

    record AiEvidence(
            @Means(
                    "By name: the git names and e-mail addresses that an assistant has as author or co-author of a commit.")
            Map<String, List<String>> assistants,

            @Means("Lines of commit messages and descriptions with these keys, whoever they name, show assistance.")
            List<String> assistedTrailers,

            @Means("A request from such a branch is `agent-authored`.")
            List<String> agentBranches,

            @Means("A request with such a label is `agent-authored`.")
            List<String> agentLabels,

            @Means("A request with such a label is `assisted`.")
            List<String> assistedLabels) {}

    record Hotfix(
            @Means("Labels of the request.") List<String> labels,
            @Means("Its source branch.") List<String> branches,
            @Means("Its title, whole.") List<String> titles) {}

    record Incidents(
            @Means("An issue with such a label is an incident.")
            List<String> labels,

            @Means(
                    value = "Labels that name the service; the text in the place of the last star is its name.",
                    form = NAMING,
                    expected = A_STAR)
            List<String> serviceLabels,

            @Means(value = "Labels that name the environment.", form = NAMING, expected = A_STAR)
            List<String> environmentLabels,

            @Means(value = "Labels that name the deploy that caused it, by its id.", form = NAMING, expected = A_STAR)
            List<String> deployLabels,

            @Means(value = "Labels that name the severity.", form = NAMING, expected = A_STAR)
            List<String> severityLabels) {}

    record RepositoryEntry(
            @Means(
                    value = "Which repositories: a pattern of `host/owner/name`, for example `github.com/acme/*`.",
                    required = true)
            String match,

            @Means("Their default branch, for systems that do not tell it.")
            String defaultBranch,

            @Means(
                    "By service: patterns of the paths that belong to it. A commit is delivered only by deploys of services that it touches.")
            Map<String, List<String>> services,

            @Means("Published releases are deploys.") Releases releasesAreDeploys) {}

    record Releases(
            @Means(value = "The environment that they are deploys to.", required = true)
            String environment) {}

    record PlaceEntry(
            @Means(value = "Who calls it so: `jenkins`, `argocd`, `pagerduty` …", required = true)
            String from,

            @Means(value = "The name there; a pattern.", required = true)
            String match,

            @Means(
                    value = "The repository: `host/owner/name`.",
                    required = true,
                    form = "[^/\\s#]+(/[^/\\s#]+)+",
                    expected = "host/owner/name")
            String repository,

            @Means("The service. Left out: as the other system says, or as the repository is called.")
            String service,

            @Means("The environment. Left out: as the other system says.")
            String environment) {}
}
