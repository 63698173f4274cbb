package dev.streamgauge.processors.watch;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.rollups.Catalogue;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.rollups.Owner;
import dev.streamgauge.processors.rules.Whose;
import dev.streamgauge.processors.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who owns which repository, in memory. The catalogue itself is kept where aggregates are rolled up. */
final class Owners {

    private final Map<String, Owner> owners = new HashMap<>();

    void load(Tables tables) {
        tables.table(Catalogue.OWNERS).each(owner -> owners.put(owner.repository(), owner));
    }

    void apply(RepositoryOwned event) {
        owners.merge(event.getRepository(), Owner.of(event), Owner::merge);
    }

    List<Group> groups(String repository) {
        return Group.of(repository, owners.get(repository));
    }

    Whose whose(String repository) {
        return Whose.repository(repository, named(repository, Scope.TEAM), named(repository, Scope.ORGANISATION));
    }

    /** The team or organisation of a repository; null: none. */
    String named(String repository, Scope scope) {
        return groups(repository).stream()
                .filter(group -> group.scope() == scope)
                .map(Group::name)
                .findFirst()
                .orElse(null);
    }
}
