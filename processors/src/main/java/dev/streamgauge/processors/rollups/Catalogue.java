package dev.streamgauge.processors.rollups;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.List;

/** Who owns which repository. */
public final class Catalogue {

    public static final TableSpec<Owner> OWNERS =
            new TableSpec<>("windows", "owners", Owner.class, "one row per repository in the catalogue");

    private final Table<Owner> owners;

    public Catalogue(Tables tables) {
        this.owners = tables.table(OWNERS);
    }

    /** The team, if it has one, and the organisation of a repository. */
    public List<Group> groups(String repository) {
        return Group.of(repository, owners.get(Key.of(repository)));
    }

    /** The groups of the repository once this is known. */
    public List<Group> groupsAfter(RepositoryOwned event) {
        return Group.of(event.getRepository(), merged(event));
    }

    public void apply(RepositoryOwned event) {
        owners.put(Key.of(event.getRepository()), merged(event));
    }

    private Owner merged(RepositoryOwned event) {
        Owner known = owners.get(Key.of(event.getRepository()));
        Owner owner = Owner.of(event);
        return known == null ? owner : known.merge(owner);
    }
}
