package dev.streamgauge.standalone.access;

import static dev.streamgauge.standalone.access.Operation.ALTER_CONFIGS;
import static dev.streamgauge.standalone.access.Operation.CREATE;
import static dev.streamgauge.standalone.access.Operation.DESCRIBE;

import dev.streamgauge.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The least rights for what is used: what another right implies is left out. */
public final class Acls {

    private Acls() {}

    /** The rights on the own cluster. */
    public static List<Acl> of(Collection<Use> uses, String prefix) {
        return least(uses.stream().filter(use -> use.elsewhere().isEmpty()), prefix);
    }

    /** The rights on other clusters, by their brokers. */
    public static Map<String, List<Acl>> elsewhere(Collection<Use> uses, String prefix) {
        Map<String, List<Acl>> all = new TreeMap<>();
        uses.stream()
                .flatMap(use -> use.elsewhere().stream())
                .distinct()
                .forEach(brokers -> all.put(
                        brokers,
                        least(
                                uses.stream()
                                        .filter(use -> use.elsewhere()
                                                .filter(brokers::equals)
                                                .isPresent()),
                                prefix)));
        return all;
    }

    /** The rights of whoever runs {@code topics plan} and {@code topics apply}. */
    public static List<Acl> ofTopicKeeper(Collection<Topic<?, ?>> topics, String prefix) {
        List<Acl> all = new ArrayList<>();
        for (Topic<?, ?> topic : topics) {
            String name = topic.name(prefix);
            all.add(Acl.on(Resource.TOPIC, name, DESCRIBE, "looks at topics"));
            all.add(Acl.on(Resource.TOPIC, name, CREATE, "creates what is missing"));
            all.add(Acl.on(Resource.TOPIC, name, ALTER_CONFIGS, "looks at settings and mends them"));
        }
        return all;
    }

    private static List<Acl> least(Stream<Use> uses, String prefix) {
        List<Acl> least = new ArrayList<>();
        uses.flatMap(use -> use.acls(prefix).stream()).forEach(acl -> {
            if (least.stream().noneMatch(other -> other.covers(acl))) {
                least.removeIf(acl::covers);
                least.add(acl);
            }
        });
        return List.copyOf(least);
    }
}
