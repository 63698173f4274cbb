package dev.streamgauge.connectors.providers;

import dev.streamgauge.connectors.providers.alertmanager.AlertmanagerProvider;
import dev.streamgauge.connectors.providers.argocd.ArgoCdProvider;
import dev.streamgauge.connectors.providers.azuredevops.AzureDevOpsProvider;
import dev.streamgauge.connectors.providers.bitbucket.BitbucketProvider;
import dev.streamgauge.connectors.providers.bitbucketdc.BitbucketDcProvider;
import dev.streamgauge.connectors.providers.buildkite.BuildkiteProvider;
import dev.streamgauge.connectors.providers.cdevents.CdEventsProvider;
import dev.streamgauge.connectors.providers.circleci.CircleCiProvider;
import dev.streamgauge.connectors.providers.devlake.DevLakeProvider;
import dev.streamgauge.connectors.providers.flux.FluxProvider;
import dev.streamgauge.connectors.providers.generic.GenericProvider;
import dev.streamgauge.connectors.providers.gerrit.GerritProvider;
import dev.streamgauge.connectors.providers.github.GitHubProvider;
import dev.streamgauge.connectors.providers.gitlab.GitLabProvider;
import dev.streamgauge.connectors.providers.jenkins.JenkinsProvider;
import dev.streamgauge.connectors.providers.pagerduty.PagerDutyProvider;
import dev.streamgauge.connectors.providers.tekton.TektonProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every delivery system that the doors understand. */
public final class Providers {

    private static final List<Provider> ALL = List.of(
            new GitHubProvider(),
            new GitLabProvider(),
            new BitbucketProvider(),
            new BitbucketDcProvider(),
            new AzureDevOpsProvider(),
            new GerritProvider(),
            new AlertmanagerProvider(),
            new ArgoCdProvider(),
            new BuildkiteProvider(),
            new CdEventsProvider(),
            new CircleCiProvider(),
            new DevLakeProvider(),
            new FluxProvider(),
            new GenericProvider(),
            new JenkinsProvider(),
            new PagerDutyProvider(),
            new TektonProvider());

    private static final Map<String, Provider> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));

    private Providers() {}

    /** All of them, in the order of the documentation. */
    public static List<Provider> all() {
        return ALL;
    }

    /** The provider of this name, or null. */
    public static Provider named(String name) {
        return BY_NAME.get(name);
    }
}
