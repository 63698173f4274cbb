package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.failures.Verdict.Recovery;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import java.util.List;
import java.util.stream.Stream;

/** Puts together what is known of a deploy. */
final class Judge {

    private final Table<Deploy> deploys;
    private final Kinds kinds;
    private final Remediations remediations;
    private final Incidents incidents;

    Judge(Table<Deploy> deploys, Kinds kinds, Remediations remediations, Incidents incidents) {
        this.deploys = deploys;
        this.kinds = kinds;
        this.remediations = remediations;
        this.incidents = incidents;
    }

    Verdict of(String repository, DeployRef ref) {
        Deploy deploy = deploys.get(ref.key(repository));
        List<Blame> blames = incidents.of(repository, ref);
        List<Remedy> remedies = remediations.of(repository, ref);
        List<Evidence> evidence = Stream.concat(
                        blames.stream().map(Blame::evidence), remedies.stream().map(Remedy::by))
                .distinct()
                .sorted()
                .toList();
        return new Verdict(
                deploy,
                deploy.successful() ? kinds.kind(new Track(repository, ref.lane()), deploy.finish()) : null,
                evidence,
                blames.stream().map(Blame::incident).toList(),
                remediations.remediation(repository, ref),
                remedies.isEmpty() ? resolution(repository, blames) : remedied(repository, remedies));
    }

    private Recovery remedied(String repository, List<Remedy> remedies) {
        Finish first = null;
        DeployRef firstRef = null;
        for (Remedy remedy : remedies) {
            Finish finish = deploys.get(remedy.deploy().key(repository)).finish();
            first = Lattice.least(first, finish);
            firstRef = first.equals(finish) ? remedy.deploy() : firstRef;
        }
        return new Recovery(remediations.remediation(repository, firstRef).label(), firstRef, first.at());
    }

    /** Once the last of its incidents is resolved; null: it is not, or there is none. */
    private Recovery resolution(String repository, List<Blame> blames) {
        Long last = null;
        for (Blame blame : blames) {
            Long resolvedAt = incidents.incident(repository, blame.incident()).resolvedAt();
            if (resolvedAt == null) {
                return null;
            }
            last = Lattice.greatest(last, resolvedAt);
        }
        return last == null ? null : new Recovery("incident_resolved", null, last);
    }
}
