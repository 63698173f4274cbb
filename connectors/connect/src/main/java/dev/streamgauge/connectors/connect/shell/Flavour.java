package dev.streamgauge.connectors.connect.shell;

import java.util.List;

/**
 * What one provider's connector has that others have not.
 *
 * @param provider as in the events' {@code source}
 * @param url the API that most people use; null: there is none
 * @param user whether it wants a user beside the token
 * @param streams the names of its streams
 * @param words what it calls repositories and organisations, for the documentation
 */
public record Flavour(String provider, String url, boolean user, List<String> streams, Words words) {

    /** The provider's own words. */
    public record Words(String repository, String organisation, String token) {}

    public static final Flavour GITHUB = new Flavour(
            "github",
            "https://api.github.com",
            false,
            List.of("landings", "pulls", "runs", "deployments", "incidents", "deliveries"),
            new Words(
                    "repositories (owner/name)",
                    "organisations or users",
                    "A token that may read contents, pull requests, actions, deployments and issues; for the stream 'deliveries' also webhooks"));

    public static final Flavour GITLAB = new Flavour(
            "gitlab",
            "https://gitlab.com/api/v4",
            false,
            List.of("landings", "merge-requests", "pipelines", "deployments", "incidents"),
            new Words("projects (group/name)", "groups", "An access token with the scope read_api"));

    public static final Flavour JENKINS = new Flavour(
            "jenkins",
            null,
            true,
            List.of("builds"),
            new Words("jobs (folder/job)", "folders", "An API token of the user"));

    /** The flavour of a provider. */
    static Flavour named(String provider) {
        return List.of(GITHUB, GITLAB, JENKINS).stream()
                .filter(flavour -> flavour.provider().equals(provider))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no poller for " + provider));
    }
}
