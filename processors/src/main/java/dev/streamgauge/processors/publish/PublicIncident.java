package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.facts.v1.IncidentKey;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.Text;

/** {@code incidents.v1}. */
public final class PublicIncident {

    private PublicIncident() {}

    public static Published of(Revision<Incident> revision) {
        Incident incident = revision.after();
        return new Published(
                new IncidentKey(incident.repository(), incident.id()),
                dev.streamgauge.facts.v1.Incident.newBuilder()
                        .setRepository(incident.repository())
                        .setIncidentId(incident.id())
                        .setState(incident.course().state())
                        .setSeverity(incident.names().severity())
                        .setService(incident.names().service())
                        .setEnvironment(incident.names().environment())
                        .setOpenedAt(instant(incident.openedAt()))
                        .setResolvedAt(instant(incident.resolvedAt()))
                        .setEvidence(
                                incident.unattributed()
                                        ? null
                                        : incident.evidence().label())
                        .setDeploys(incident.deploys().stream()
                                .map(PublicIncident::text)
                                .sorted(Text.ORDER)
                                .toList())
                        .setUrl(incident.names().url())
                        .setRevision(revision.number())
                        .build());
    }

    private static String text(DeployRef deploy) {
        return "%s/%s/%s/%d"
                .formatted(deploy.lane().service(), deploy.lane().environment(), deploy.deployId(), deploy.attempt());
    }
}
