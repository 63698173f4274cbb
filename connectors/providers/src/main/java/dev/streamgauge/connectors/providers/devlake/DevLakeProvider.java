package dev.streamgauge.connectors.providers.devlake;

import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Provider;
import dev.streamgauge.connectors.providers.Reading;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;

/** What is posted to DevLake's webhooks. The rest of the address says what it is. */
public final class DevLakeProvider implements Provider {

    @Override
    public String name() {
        return "devlake";
    }

    @Override
    public Mapped map(Delivery delivery, DoorRules rules) {
        DevLakePath path = DevLakePath.of(delivery.header(Delivery.PATH));
        Stamp stamp = Stamp.of(this, delivery);
        DevLakeIncidents incidents = new DevLakeIncidents(stamp, rules, path);
        if (path.kind() == DevLakePath.Kind.CLOSE) {
            return Reading.checked(incidents.closed()); // Closing has no body.
        }
        return Reading.json(delivery, body -> switch (kind(path, body)) {
            case DEPLOYMENT -> new DevLakeDeployments(stamp, rules, path).posted(body);
            case INCIDENT -> incidents.posted(body);
            default -> new Mapped.Ignored("other");
        });
    }

    private static DevLakePath.Kind kind(DevLakePath path, Json body) throws UnmappableException {
        if (path.kind() != DevLakePath.Kind.UNKNOWN) {
            return path.kind();
        }
        if (!body.isObject()) {
            throw body.missing("an object");
        }
        if (Either.text(body, "issueKey", "issue_key") != null) {
            return DevLakePath.Kind.INCIDENT;
        }
        boolean deployment = body.has(Either.name(body, "deploymentCommits", "deployment_commits", "commit_sha"));
        return deployment ? DevLakePath.Kind.DEPLOYMENT : DevLakePath.Kind.UNKNOWN;
    }
}
