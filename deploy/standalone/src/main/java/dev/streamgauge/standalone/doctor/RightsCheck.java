package dev.streamgauge.standalone.doctor;

import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.AclCommands;
import dev.streamgauge.standalone.access.Pattern;
import dev.streamgauge.standalone.access.Resource;
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
        Map<User, List<Acl>> users = new LinkedHashMap<>();
        for (Acl acl : needed) {
            User user = user(acl);
            add(users, user, acl);
            if (!user.equals(administrator()) && acl.resource() == Resource.TOPIC) {
                // Whoever reads or writes may describe; but it is the administrator who looks at topics.
                add(users, administrator(), acl.forWhomLooksAtIt());
            }
        }
        return users.entrySet().stream()
                .map(user -> of(user.getKey(), user.getValue()))
                .toList();
    }

    private static void add(Map<User, List<Acl>> users, User user, Acl acl) {
        users.computeIfAbsent(user, first -> new ArrayList<>()).add(acl);
    }

    /**
     * Somebody.
     *
     * @param label for people
     * @param config how it says who it is
     */
    private record User(String label, Map<String, Object> config) {}

    private User administrator() {
        return new User("its user", settings.admin());
    }

    /** Who uses a right. */
    private User user(Acl acl) {
        User somebody = switch (acl.operation()) {
            case WRITE -> new User("the user of producer.*", settings.adminAsProducer());
            case READ -> new User("the user of consumer.*", settings.adminAsConsumer());
            default -> administrator();
        };
        return somebody.config().equals(administrator().config()) ? administrator() : somebody;
    }

    private Finding of(User user, Collection<Acl> needed) {
        try (Admin admin = ClusterTopics.connect(user.config())) {
            AskedRights asked = new AskedRights(admin);
            Map<Acl, Known> known = new LinkedHashMap<>();
            for (Acl acl : needed) {
                known.put(acl, asked.of(acl));
            }
            return finding(user, known);
        } catch (ClusterException e) {
            return Finding.warning(
                    CHECK, "Kafka does not tell what %s may do: %s".formatted(user.label(), e.getMessage()), null);
        } catch (StandaloneException e) {
            return Finding.wrong(
                    CHECK, "%s cannot connect: %s".formatted(user.label(), e.getMessage()), "correct the file");
        }
    }

    private Finding finding(User user, Map<Acl, Known> known) {
        List<Acl> denied = only(known, Known.DENIED);
        List<Acl> unknown = only(known, Known.UNKNOWN);
        String unsaid =
                unknown.isEmpty() ? "" : "; Kafka does not tell before they are used, or are there: " + names(unknown);
        if (denied.isEmpty()) {
            String who = user.equals(administrator()) ? "" : user.label() + ": ";
            return Finding.ok(CHECK, "%s%d rights are there%s".formatted(who, known.size() - unknown.size(), unsaid));
        }
        AclCommands commands = new AclCommands(settings.bootstrapServers(), null, principal(user.config()));
        return Finding.wrong(
                CHECK,
                "%s may not %s%s".formatted(user.label(), names(denied), unsaid),
                String.join(" && ", commands.of(denied)));
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
