package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;

/**
 * A project of GitLab, and how its events are made.
 *
 * @param repository canonical
 * @param defaultBranch null: neither GitLab nor the rules say
 * @param url of its page, without a slash at the end
 * @param stamp of the delivery that is read
 * @param rules of the door
 */
public record Project(String repository, String defaultBranch, String url, Stamp stamp, DoorRules rules) {

    /** The project of a project object, as hooks embed it and as the REST API answers it. */
    public static Project of(Json project, Stamp stamp, DoorRules rules) throws UnmappableException {
        return of(project, "web_url", stamp, rules);
    }

    /** The project of a hook's body: job hooks of older GitLabs know only a {@code repository} with a {@code homepage}. */
    static Project ofHook(Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        return body.has("project", "web_url") || !body.has("repository", "homepage")
                ? of(body.at("project"), stamp, rules)
                : of(body.at("repository"), "homepage", stamp, rules);
    }

    private static Project of(Json json, String address, Stamp stamp, DoorRules rules) throws UnmappableException {
        String url = json.text(address);
        String repository = RepositoryName.ofUrl(url);
        if (repository == null) {
            throw json.at(address).bad("the address of a project, https://host/group/name");
        }
        String main = json.textOrNull("default_branch");
        return new Project(
                repository,
                main == null ? rules.defaultBranch(repository) : main,
                url.replaceAll("/+$", ""),
                stamp,
                rules);
    }
}
