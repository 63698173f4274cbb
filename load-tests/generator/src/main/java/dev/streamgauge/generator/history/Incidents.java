package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.Objects;

/** Incidents that name a deploy, a commit, a service, an environment, all of that or nothing; opened, resolved and opened again. */
final class Incidents {
    private static final int FEW = 6;

    private final Alphabet names;

    Incidents(Alphabet names) {
        this.names = names;
    }

    IncidentChanged draw() {
        IncidentChanged incident = bare(names.repository(), names.moments.any());
        boolean nothing = names.dice.chance(0.2);
        incident.setService(names.unless(nothing ? 1 : 0.6, service(incident.getRepository())));
        incident.setEnvironment(names.unless(nothing ? 1 : 0.6, names.dice.pick(Deploys.ENVIRONMENTS)));
        incident.setDeployId(names.unless(nothing ? 1 : 0.7, "d" + names.dice.below(10)));
        incident.setSha(names.unless(nothing ? 1 : 0.65, names.namedSha()));
        return incident;
    }

    /** One that such a deploy may have caused: opened about when it finished. */
    IncidentChanged after(DeployChanged deploy) {
        Instant finished = Objects.requireNonNullElse(deploy.getFinishedAt(), deploy.getOccurredAt());
        IncidentChanged incident = bare(deploy.getRepository(), finished);
        switch (names.dice.weighted(3, 3, 2, 1, 1)) {
            case 0 -> incident.setDeployId(deploy.getDeployId());
            case 1 -> incident.setSha(deploy.getSha());
            case 2 -> incident.setService(serviceOf(deploy));
            case 3 -> incident.setEnvironment(deploy.getEnvironment());
            default -> incident.setSeverity("major");
        }
        if (names.dice.chance(0.3)) {
            incident.setService(serviceOf(deploy));
            incident.setEnvironment(deploy.getEnvironment());
        }
        return incident;
    }

    /** One that names a commit, and not how it got to production. */
    IncidentChanged of(String repository, String sha, Instant at) {
        IncidentChanged incident = bare(repository, at);
        incident.setSha(sha);
        return incident;
    }

    private IncidentChanged bare(String repository, Instant at) {
        IncidentChanged incident = Blank.incident(repository);
        Envelope.happened(incident, "pager", at.toEpochMilli());
        incident.setIncidentId("i" + names.dice.below(FEW));
        incident.setOpenedAt(names.unless(0.25, names.moments.near(at)));
        incident.setSeverity(names.unless(0.6, names.dice.chance(0.5) ? "minor" : "major"));
        incident.setUrl(names.unless(0.8, "https://example.org/incidents/" + names.dice.below(2)));
        turn(incident, names.dice.chance(0.5) ? "open" : "resolved");
        return incident;
    }

    /** Into that state, at the instant at which the event occurred. */
    void turn(IncidentChanged incident, String state) {
        incident.setState(state);
        boolean resolved = state.equals("resolved");
        incident.setResolvedAt(resolved ? names.unless(0.25, names.moments.near(incident.getOccurredAt())) : null);
    }

    private String service(String repository) {
        return names.dice.chance(0.6) ? Alphabet.ownService(repository) : Deploys.WORKER;
    }

    private static String serviceOf(DeployChanged deploy) {
        return Objects.requireNonNullElse(deploy.getService(), Alphabet.ownService(deploy.getRepository()));
    }
}
