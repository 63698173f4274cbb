package dev.streamgauge.standalone.backfill;

import dev.streamgauge.connectors.connect.shell.Flavour;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A provider whose past can be read. */
public enum PastProvider {
    GITHUB(
            Flavour.GITHUB,
            Map.of(
                    EventKind.COMMITS, "landings",
                    EventKind.REQUESTS, "pulls",
                    EventKind.BUILDS, "runs",
                    EventKind.DEPLOYS, "deployments",
                    EventKind.INCIDENTS, "incidents")),
    GITLAB(
            Flavour.GITLAB,
            Map.of(
                    EventKind.COMMITS, "landings",
                    EventKind.REQUESTS, "merge-requests",
                    EventKind.BUILDS, "pipelines",
                    EventKind.DEPLOYS, "deployments",
                    EventKind.INCIDENTS, "incidents")),
    JENKINS(Flavour.JENKINS, Map.of(EventKind.BUILDS, "builds"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Flavour flavour;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of
    private final Map<EventKind, String> streams;

    PastProvider(Flavour flavour, Map<EventKind, String> streams) {
        this.flavour = flavour;
        this.streams = streams;
    }

    Flavour flavour() {
        return flavour;
    }

    /** Its name in the configuration and in events. */
    public String code() {
        return flavour.provider();
    }

    /** What it can tell. */
    public Set<EventKind> kinds() {
        return streams.keySet();
    }

    /** The poller's names for kinds that it can tell. */
    Set<String> streams(Collection<EventKind> kinds) {
        return kinds.stream().map(streams::get).collect(Collectors.toSet());
    }
}
