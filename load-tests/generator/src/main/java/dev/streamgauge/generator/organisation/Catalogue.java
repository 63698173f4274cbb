package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import java.util.List;

/** Which team and organisation own each repository. Neighbours belong together; after two days one of them moves to the next team. */
final class Catalogue {
    private static final String SOURCE = "catalogue";
    private static final List<String> TEAMS = List.of("storefront", "fulfilment", "identity", "insights");
    private static final int REPOSITORIES_OF_A_TEAM = 3;
    private static final int MOVES = 1;
    private static final long MOVES_AFTER = 2 * WorkHours.DAY;

    private final World world;

    Catalogue(World world) {
        this.world = world;
    }

    void plan(Profile profile, int index) {
        int team = index / REPOSITORIES_OF_A_TEAM;
        world.clock.in(0, () -> tell(profile, team));
        if (index == MOVES) {
            world.clock.in(MOVES_AFTER, () -> tell(profile, team + 1));
        }
    }

    /** By a way that loses and delays nothing: it is no webhook, somebody's file is read. */
    private void tell(Profile profile, int team) {
        RepositoryOwned owned = Blank.owner(profile.name());
        owned.setTeam(name(team));
        owned.setOrganisation(TEAMS.get(team % TEAMS.size()).equals("insights") ? "acme-labs" : "acme");
        Envelope.happened(owned, SOURCE, world.clock.now());
        world.channel.hand(owned);
    }

    private static String name(int team) {
        String name = TEAMS.get(team % TEAMS.size());
        return team < TEAMS.size() ? name : name + "-" + (team / TEAMS.size() + 1);
    }
}
