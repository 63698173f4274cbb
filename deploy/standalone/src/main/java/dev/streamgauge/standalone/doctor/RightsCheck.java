package dev.streamgauge.standalone.doctor;

import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.AclCommands;
import dev.streamgauge.standalone.access.Pattern;
import dev.streamgauge.standalone.doctor.AskedRights.Known;
import dev.streamgauge.standalone.serve.ClusterException;
import dev.streamgauge.standalone.serve.ClusterTopics;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.SaslConfigs;

/** Whether the user of {@code kafka.*} may do what the roles do; producers and consumers may have users of their own. */
final class RightsCheck {

    private static final String CHECK = "acls";
    private static final java.util.regex.Pattern USER =
            java.util.regex.Pattern.compile("username\\s*=\\s*\"([^\"]+)\"");

    private final ServiceSettings settings;

    RightsCheck(ServiceSettings settings) {
        this.settings = settings;
    }

    /** A finding for each user. */
    List<Finding> of(Collection<Acl> needed) {
        Map<Map<String, Object>, List<Acl>> users = new LinkedHashMap<>();
        needed.forEach(acl ->
                users.computeIfAbsent(user(acl), user -> new ArrayList<>()).add(acl));
        return users.entrySet().stream()
                .map(user -> of(user.getKey(), user.getValue()))
                .toList();
    }

    /** How whoever uses a right says who it is. */
    private Map<String, Object> user(Acl acl) {
        return switch (acl.operation()) {
            case WRITE -> settings.adminAsProducer();
            case READ -> settings.adminAsConsumer();
            default -> settings.admin();
        };
    }

    private Finding of(Map<String, Object> user, Collection<Acl> needed) {
        try (Admin admin = ClusterTopics.connect(user)) {
            AskedRights asked = new AskedRights(admin);
            Map<Acl, Known> known = new LinkedHashMap<>();
            for (Acl acl : needed) {
                known.put(acl, asked.of(acl));
            }
            return finding(principal(user), known);
        } catch (ClusterException e) {
            return Finding.warning(CHECK, "Kafka does not tell what its user may do: " + e.getMessage(), null);
        }
    }

    private Finding finding(String principal, Map<Acl, Known> known) {
        List<Acl> denied = only(known, Known.DENIED);
        List<Acl> unknown = only(known, Known.UNKNOWN);
        String unsaid =
                unknown.isEmpty() ? "" : "; Kafka does not tell before they are used, or are there: " + names(unknown);
        return denied.isEmpty()
                ? Finding.ok(CHECK, "%d rights are there%s".formatted(known.size() - unknown.size(), unsaid))
                : Finding.wrong(
                        CHECK,
                        "its user may not %s%s".formatted(names(denied), unsaid),
                        String.join(" && ", new AclCommands(settings.bootstrapServers(), null, principal).of(denied)));
    }

    private static List<Acl> only(Map<Acl, Known> known, Known wanted) {
        return known.entrySet().stream()
                .filter(each -> each.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String names(List<Acl> acls) {
        return acls.stream()
                .map(acl -> "%s %s %s%s"
                        .formatted(
                                acl.operation(),
                                acl.resource().label(),
                                acl.name(),
                                acl.pattern() == Pattern.PREFIXED ? "*" : ""))
                .collect(Collectors.joining(", "));
    }

    /** Kafka does not tell a client who it is; its settings do where it has a name and a password. */
    private static String principal(Map<String, Object> client) {
        Object jaas = client.getOrDefault(SaslConfigs.SASL_JAAS_CONFIG, "");
        Matcher user = USER.matcher(jaas.toString());
        return "User:" + (user.find() ? user.group(1) : "<its name>");
    }
}
