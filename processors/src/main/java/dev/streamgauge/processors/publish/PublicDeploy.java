package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.facts.v1.DeployKey;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.store.Revision;

/** {@code deploys.v1}. */
public final class PublicDeploy {

    private PublicDeploy() {}

    public static Published of(Revision<Deploy> revision) {
        Deploy deploy = revision.after();
        DeployRef ref = deploy.ref();
        DeployKey key = new DeployKey(
                deploy.repository(), ref.lane().service(), ref.lane().environment(), ref.deployId(), ref.attempt());
        return new Published(key, value(deploy, revision.number()));
    }

    private static dev.streamgauge.facts.v1.Deploy value(Deploy deploy, long revision) {
        return dev.streamgauge.facts.v1.Deploy.newBuilder()
                .setRepository(deploy.repository())
                .setService(deploy.ref().lane().service())
                .setEnvironment(deploy.ref().lane().environment())
                .setDeployId(deploy.ref().deployId())
                .setAttempt(deploy.ref().attempt())
                .setSha(deploy.sha())
                .setState(deploy.state())
                .setOutcome(deploy.outcome())
                .setStartedAt(instant(deploy.startedAt()))
                .setFinishedAt(instant(deploy.finishedAt()))
                .setJoinedBy(deploy.joinedBy())
                .setUnjoinedReason(deploy.unjoinedReason())
                .setPositionSha(
                        deploy.position() == null ? null : deploy.position().sha())
                .setRevision(revision)
                .build();
    }
}
