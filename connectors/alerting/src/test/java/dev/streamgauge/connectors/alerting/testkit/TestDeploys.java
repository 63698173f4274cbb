package dev.streamgauge.connectors.alerting.testkit;

import dev.streamgauge.facts.v1.Deploy;
import java.time.Instant;
import java.util.List;

/** A small cast of deploys. */
public final class TestDeploys {

    private TestDeploys() {}

    /** It has been put into production. */
    public static Deploy deployed(String id, Instant at) {
        return running(id)
                .setState("finished")
                .setOutcome("success")
                .setKind("release")
                .setFinishedAt(at)
                .setRevision(2)
                .build();
    }

    /** It is on its way to production. */
    public static Deploy.Builder running(String id) {
        return Deploy.newBuilder()
                .setRepository("github.com/acme/shop")
                .setService("shop")
                .setEnvironment("production")
                .setDeployId(id)
                .setAttempt(1)
                .setSha("0123456789abcdef0123456789abcdef01234567")
                .setState("running")
                .setFailureEvidence(List.of())
                .setIncidents(List.of());
    }

    /** The same, found to take a former version back. */
    public static Deploy rolledBack(Deploy deploy) {
        return Deploy.newBuilder(deploy)
                .setKind("rollback")
                .setRevision(deploy.getRevision() + 1)
                .build();
    }

    /** The same, with something that matters to nobody who was told. */
    public static Deploy joined(Deploy deploy) {
        return Deploy.newBuilder(deploy)
                .setJoinedBy("on_main")
                .setPositionSha(deploy.getSha())
                .setRevision(deploy.getRevision() + 1)
                .build();
    }
}
