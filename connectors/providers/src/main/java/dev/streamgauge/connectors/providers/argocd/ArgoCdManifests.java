package dev.streamgauge.connectors.providers.argocd;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.json.Json;
import java.util.List;

/**
 * The manifests that the last operation synced: of several sources the first that is a commit of a repository. A chart's version is none.
 *
 * @param repository null: a chart, or not said
 * @param sha null: a chart's version, or not said
 */
record ArgoCdManifests(String repository, String sha) {

    static ArgoCdManifests of(Json app) {
        Json result = app.at("status", "operationState", "syncResult");
        Json requested = app.at("status", "operationState", "operation", "sync");
        Json told = result.has("revision") || !result.list("revisions").isEmpty() ? result : requested;
        List<Json> sources = app.list("spec", "sources");
        if (sources.isEmpty()) {
            return of(app.at("spec", "source"), told.textOrNull("revision"));
        }
        List<Json> revisions = told.list("revisions");
        for (int i = 0; i < sources.size() && i < revisions.size(); i++) {
            ArgoCdManifests found = of(sources.get(i), revisions.get(i).textOrNull());
            if (found.repository != null && found.sha != null) {
                return found;
            }
        }
        return of(sources.get(0), null);
    }

    private static ArgoCdManifests of(Json source, String revision) {
        String url = source.textOrNull("repoURL");
        boolean chart = url == null || source.has("chart") || url.startsWith("oci://");
        return new ArgoCdManifests(chart ? null : RepositoryName.ofUrl(url), Sha.full(revision));
    }
}
