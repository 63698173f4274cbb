package dev.streamgauge.standalone.access;

import java.util.List;

/**
 * What a role needs in one cluster.
 *
 * @param role its name
 * @param cluster its brokers; null: the own one
 */
public record Grants(String role, String cluster, List<Acl> acls) {

    public Grants {
        acls = List.copyOf(acls);
    }
}
