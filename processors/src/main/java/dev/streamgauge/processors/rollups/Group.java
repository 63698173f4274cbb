package dev.streamgauge.processors.rollups;

import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import java.util.ArrayList;
import java.util.List;

/** A team or an organisation. */
public record Group(Scope scope, String name) {

    /** The groups of a repository; owner may be null. */
    public static List<Group> of(String repository, Owner owner) {
        List<Group> groups = new ArrayList<>(2);
        if (owner != null && owner.team() != null) {
            groups.add(new Group(Scope.TEAM, owner.team()));
        }
        boolean named = owner != null && owner.organisation() != null;
        groups.add(new Group(Scope.ORGANISATION, named ? owner.organisation() : organisation(repository)));
        return groups;
    }

    /** host/owner of host/owner/name; host of host/name. */
    private static String organisation(String repository) {
        int host = repository.indexOf('/');
        int owner = repository.indexOf('/', host + 1);
        return repository.substring(0, owner < 0 ? host : owner);
    }

    /** What the group's parts are keyed and partitioned by. */
    public String key() {
        return scope.label() + "/" + name;
    }
}
