package dev.streamgauge.processors.publish;

import static dev.streamgauge.processors.publish.Times.instant;

import dev.streamgauge.facts.v1.DeployKey;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.failures.Evidence;
import dev.streamgauge.processors.failures.Verdict;
import dev.streamgauge.processors.failures.Verdict.Recovery;
import dev.streamgauge.processors.store.Revision;

/** {@code deploys.v1}. */
public final class PublicDeploy {

    private PublicDeploy() {}

    public static Published of(Revision<Verdict> revision) {
        Deploy deploy = revision.after().deploy();
        DeployRef ref = deploy.ref();
        DeployKey key = new DeployKey(
                deploy.repository(), ref.lane().service(), ref.lane().environment(), ref.deployId(), ref.attempt());
        return new Published(key, value(revision.after(), revision.number()));
    }

    private static dev.streamgauge.facts.v1.Deploy value(Verdict verdict, long revision) {
        Deploy deploy = verdict.deploy();
        Recovery recovery = verdict.recovery();
        DeployRef remedy = recovery == null ? null : recovery.deploy();
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
                .setKind(verdict.kind() == null ? null : verdict.kind().label())
                .setFailed(verdict.failed())
                .setFailureEvidence(
                        verdict.evidence().stream().map(Evidence::label).toList())
                .setIncidents(verdict.incidents())
                .setRemediation(
                        verdict.remediation() == null
                                ? null
                                : verdict.remediation().label())
                .setRecoveredBy(recovery == null ? null : recovery.by())
                .setRemediedByDeployId(remedy == null ? null : remedy.deployId())
                .setRemediedByAttempt(remedy == null ? null : remedy.attempt())
                .setRecoveredAt(recovery == null ? null : instant(recovery.at()))
                .setRecoveryMs(verdict.recoveryMs())
                .setCountedIn(verdict.countedIn())
                .setRevision(revision)
                .build();
    }
}
