package dev.streamgauge.connectors.providers.argocd;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.DeployChanged;

/**
 * The body of {@code deploy/argocd/streamgauge-notifications.yaml}: the application's own object under {@code app}, or the parts of it that we need. A sync
 * operation is one deploy, by the time that it began: syncing the same revision again is another one, of the same commit, which the metrics know as a resync.
 */
public final class ArgoCdProvider implements Provider {

    @Override
    public String name() {
        return "argocd";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        Stamp stamp = Stamp.of(this, delivery);
        return Reading.json(delivery, body -> map(body, stamp, rules));
    }

    private static Mapped map(Json body, Stamp stamp, DoorRules rules) throws UnmappableException {
        Json app = body.at("app");
        String name = app.text("metadata", "name");
        ArgoCdSync sync = ArgoCdSync.of(app);
        if (sync == null) {
            return new Mapped.Ignored("no_operation"); // It was never synced.
        }
        ArgoCdSource source = ArgoCdSource.of(app, sync, rules);
        if (source.repository() == null || source.sha() == null) {
            return new Mapped.Ignored("sync." + (source.repository() == null ? "no_repository" : "no_sha"));
        }
        DeployChanged deploy = stamp.deploy(source.repository(), sync.occurredAt());
        deploy.setDeployId(id(app, name, sync));
        deploy.setService(source.service() == null ? name : source.service());
        deploy.setEnvironment(environment(source, app));
        deploy.setSha(source.sha());
        deploy.setUrl(link(body, app, name));
        sync.fill(deploy);
        return Mapped.one(deploy);
    }

    private static String id(Json app, String name, ArgoCdSync sync) {
        String namespace = app.textOrNull("metadata", "namespace");
        return (namespace == null ? "" : namespace + "/") + name + "@" + sync.startedAt();
    }

    /** Without a note or a place: the cluster's name, or the namespace where there is but the one cluster. */
    private static String environment(ArgoCdSource source, Json app) throws UnmappableException {
        String cluster = app.textOrNull("spec", "destination", "name");
        if (source.environment() != null) {
            return source.environment();
        }
        return cluster == null || cluster.equals("in-cluster") ? app.text("spec", "destination", "namespace") : cluster;
    }

    private static String link(Json body, Json app, String name) {
        String server = body.textOrNull("context", "argocdUrl");
        String namespace = app.textOrNull("metadata", "namespace");
        return server == null || namespace == null
                ? null
                : "%s/applications/%s/%s".formatted(server.replaceFirst("/+$", ""), namespace, name);
    }
}
