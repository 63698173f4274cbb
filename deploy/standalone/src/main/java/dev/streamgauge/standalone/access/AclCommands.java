package dev.streamgauge.standalone.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls of Kafka's own tool that allow rights, as few as can be.
 *
 * @param bootstrapServers where the tool asks
 * @param commandConfig the file with the tool's own settings; null: it needs none
 * @param principal who is allowed: {@code User:streamgauge}
 */
public record AclCommands(String bootstrapServers, String commandConfig, String principal) {

    private static final String SAFE = "[a-zA-Z0-9._:,/=@%+-]+";

    /** What may be said in one call: the tool allows each operation on each resource. */
    private record Call(Pattern pattern, Set<Operation> operations) {}

    private record Named(Resource resource, Pattern pattern, String name) {}

    /** The calls, a line each. */
    public List<String> of(Collection<Acl> acls) {
        Map<Named, Set<Operation>> operations = new LinkedHashMap<>();
        for (Acl acl : acls) {
            operations
                    .computeIfAbsent(new Named(acl.resource(), acl.pattern(), acl.name()), named -> new TreeSet<>())
                    .add(acl.operation());
        }
        Map<Resource, Map<Call, Set<String>>> calls = new EnumMap<>(Resource.class);
        operations.forEach((named, allowed) -> calls.computeIfAbsent(named.resource(), type -> new LinkedHashMap<>())
                .computeIfAbsent(new Call(named.pattern(), allowed), call -> new LinkedHashSet<>())
                .add(named.name()));
        List<String> lines = new ArrayList<>();
        calls.forEach((resource, some) -> some.forEach((call, names) -> lines.add(line(resource, call, names))));
        return lines;
    }

    private String line(Resource resource, Call call, Set<String> names) {
        List<String> words = new ArrayList<>(List.of("kafka-acls.sh", "--bootstrap-server", quoted(bootstrapServers)));
        if (commandConfig != null) {
            words.addAll(List.of("--command-config", quoted(commandConfig)));
        }
        words.addAll(List.of("--add", "--allow-principal", quoted(principal)));
        call.operations().forEach(operation -> words.addAll(List.of("--operation", operation.label())));
        names.forEach(name -> words.addAll(List.of("--" + resource.label(), quoted(name))));
        words.addAll(List.of("--resource-pattern-type", call.pattern().label()));
        return String.join(" ", words);
    }

    /** For a shell: the name of a group, or a distinguished name, may hold anything. */
    private static String quoted(String word) {
        return word.matches(SAFE) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
