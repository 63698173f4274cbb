package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.util.List;

/** Who owns a repository: records that contradict each other, of one instant or of several. */
final class Owners {
    private final Alphabet names;
    private final List<String> teams;
    private final List<String> organisations;

    Owners(Alphabet names) {
        this.names = names;
        this.teams = List.of("teams/" + names.owner + "/blue", "teams/" + names.owner + "/red");
        // The second is also what a repository belongs to of which nothing is known.
        this.organisations = List.of("organisations/" + names.owner + "/one", "github.com/" + names.owner);
    }

    RepositoryOwned draw() {
        RepositoryOwned owner = Blank.owner(names.repository());
        Envelope.happened(owner, "catalogue", names.moments.any().toEpochMilli());
        choose(owner);
        return owner;
    }

    void choose(RepositoryOwned owner) {
        owner.setTeam(names.unless(0.2, names.dice.pick(teams)));
        owner.setOrganisation(names.unless(0.4, names.dice.pick(organisations)));
    }
}
