package dev.streamgauge.connectors.providers.tekton;

import dev.streamgauge.connectors.providers.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run says of its source, in this order: annotations and labels {@code streamgauge.dev/<name>}; those that Pipelines as Code writes; parameters by the
 * names that the catalogue's tasks use.
 */
final class TektonNotes {

    private static final String OURS = "streamgauge.dev/";
    private static final String THEIRS = "pipelinesascode.tekton.dev/";
    private static final Map<String, List<String>> PIPELINES_AS_CODE = Map.of(
            "repository", List.of("repo-url"),
            "sha", List.of("sha"),
            "branch", List.of("source-branch"),
            "trigger", List.of("event-type"),
            "request", List.of("pull-request"),
            "head_repository", List.of("source-repo-url"));
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "repository",
                    List.of("repo-url", "repo_url", "git-url", "git_url", "gitrepositoryurl", "repository", "url"),
            "sha", List.of("sha", "commit", "commit-sha", "revision", "git-revision", "git_revision", "gitrevision"),
            "branch", List.of("branch", "git-branch", "branch-name", "source_branch"));

    private final Json run;

    TektonNotes(Json run) {
        this.run = run;
    }

    String text(String name) {
        String own = noted(OURS, name.replace('_', '-'));
        String theirs = own == null ? first(PIPELINES_AS_CODE.getOrDefault(name, List.of()), THEIRS) : own;
        String said = theirs == null ? parameter(PARAMETERS.getOrDefault(name, List.of())) : theirs;
        return name.equals("trigger") && own == null ? trigger(said) : said;
    }

    private String noted(String prefix, String name) {
        String annotation = run.textOrNull("metadata", "annotations", prefix + name);
        return annotation == null ? run.textOrNull("metadata", "labels", prefix + name) : annotation;
    }

    private String first(List<String> names, String prefix) {
        for (String name : names) {
            String text = noted(prefix, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String parameter(List<String> names) {
        for (String name : names) {
            for (Json parameter : run.list("spec", "params")) {
                if (name.equals(parameter.textOrNull("name")) && parameter.has("value")) {
                    return parameter.textOrNull("value");
                }
            }
        }
        return null;
    }

    /** The event's type is the forge's word: GitHub's {@code pull_request}, GitLab's {@code Merge Request} and {@code Push}. */
    private static String trigger(String event) {
        return switch (event == null ? "" : event.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_")) {
            case "push" -> "push";
            case "pull_request", "merge_request" -> "pull_request";
            case "incoming" -> "manual";
            default -> null;
        };
    }
}
