package dev.streamgauge.connectors.providers.circleci;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was built. GitHub and Bitbucket projects tell it under {@code pipeline.vcs}, GitLab's and those of the GitHub App also under
 * {@code pipeline.trigger_parameters}.
 *
 * @param repository canonical. Null: not said, and without a place
 * @param origin the repository that the commit was made in. Null: not said
 * @param sha null: not said
 * @param branch null: not said, or a tag
 */
record CircleCiSource(String repository, String origin, String sha, String branch, Json pipeline) {

    private static final Map<String, String> HOSTS =
            Map.of("gh", "github.com", "github", "github.com", "bb", "bitbucket.org", "bitbucket", "bitbucket.org");
    private static final Pattern SLUG = Pattern.compile("(gh|github|bb|bitbucket)/(.+/.+)");
    private static final Pattern REQUEST = Pattern.compile("pull/([0-9]+)(?:/.*)?");

    static CircleCiSource of(Json body, DoorRules rules) {
        Json pipeline = body.at("pipeline");
        Json vcs = pipeline.at("vcs");
        Json git = pipeline.at("trigger_parameters", "git");
        String url = or(vcs.textOrNull("target_repository_url"), git.textOrNull("checkout_url"));
        String slug = body.textOrNull("project", "slug");
        String origin = vcs.textOrNull("origin_repository_url");
        return new CircleCiSource(
                or(url == null ? null : RepositoryName.ofUrl(url), ofSlug(slug, rules)),
                origin == null ? null : RepositoryName.ofUrl(origin),
                Sha.full(or(vcs.textOrNull("revision"), git.textOrNull("checkout_sha"))),
                or(vcs.textOrNull("branch"), git.textOrNull("branch")),
                pipeline);
    }

    private static String or(String first, String second) {
        return first == null ? second : first;
    }

    private static String ofSlug(String slug, DoorRules rules) {
        Matcher matcher = SLUG.matcher(slug == null ? "" : slug);
        if (matcher.matches()) {
            return RepositoryName.of(HOSTS.get(matcher.group(1)), matcher.group(2));
        }
        return slug == null
                ? null
                : rules.place("circleci", slug).map(Place::repository).orElse(null);
    }

    void fill(BuildChanged build, DoorRules rules) {
        Matcher request = REQUEST.matcher(branch == null ? "" : branch);
        boolean isRequest = request.matches();
        String main = pipeline.textOrNull("trigger_parameters", "gitlab", "default_branch");
        build.setSha(sha);
        build.setBranch(branch);
        build.setDefaultBranch(or(main, rules.defaultBranch(repository)));
        build.setHeadRepository(repository.equals(origin) ? null : origin);
        build.setRequest(isRequest ? request.group(1) : null);
        build.setTrigger(isRequest ? "pull_request" : trigger());
    }

    private String trigger() {
        String type = pipeline.textOrNull("trigger", "type");
        return switch (type == null ? "" : type) {
            case "webhook", "github_app", "gitlab" -> "push";
            case "schedule", "scheduled_pipeline" -> "schedule";
            case "api", "explicit" -> "manual";
            default -> "other";
        };
    }
}
