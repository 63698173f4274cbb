package dev.streamgauge.standalone.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.AclCommands;
import dev.streamgauge.standalone.access.Acls;
import dev.streamgauge.standalone.access.Grants;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.cli.TableWriter;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says which rights the roles need. It asks nobody. */
@Command(
        name = "acls",
        mixinStandardHelpOptions = true,
        description =
                "Print the least rights with which the roles work, as calls of Kafka's own tool. Nothing is changed, and Kafka is not asked.")
final class TopicsAclsCommand implements Callable<Integer> {

    /** How they are printed. */
    enum Output {
        KAFKA_ACLS("kafka-acls"),
        TABLE("table"),
        JSON("json");

        private final String label;

        Output(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @ParentCommand
    private TopicsCommand topics;

    @Mixin
    private SettingsOption config;

    @Mixin
    private RoleOptions roles;

    @Option(
            names = "--principal",
            defaultValue = "User:streamgauge",
            paramLabel = "TYPE:NAME",
            description = "Who runs the roles. Default: ${DEFAULT-VALUE}")
    private String principal;

    @Option(
            names = "--for-apply",
            description = "Instead: the rights of whoever runs 'topics plan' and 'topics apply' for these roles.")
    private boolean forApply;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Is passed on to kafka-acls.sh: the properties with which the administrator reaches Kafka.")
    private String commandConfig;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "kafka-acls",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ServiceSettings settings = config.read(topics.environment());
        List<Grants> all = grants(settings, roles.usable(settings));
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case KAFKA_ACLS -> calls(out, settings.bootstrapServers(), all);
            case TABLE -> out.print(table(all));
            case JSON -> out.println(json(all).toPrettyString());
        }
        out.flush();
        return ExitCode.OK;
    }

    private List<Grants> grants(ServiceSettings settings, Map<Role, Service> services) {
        List<Grants> all = new ArrayList<>();
        services.forEach((role, service) -> {
            String name = role.name().toLowerCase(Locale.ROOT);
            if (forApply) {
                all.add(new Grants(name, null, Acls.ofTopicKeeper(service.topics(), settings.prefix())));
                return;
            }
            all.add(new Grants(name, null, Acls.of(service.uses(), settings.prefix())));
            Acls.elsewhere(service.uses(), settings.prefix())
                    .forEach((brokers, acls) -> all.add(new Grants(name, brokers, acls)));
        });
        return all;
    }

    private void calls(PrintWriter out, String own, List<Grants> all) {
        for (Grants some : all) {
            out.println("# " + some.role() + (some.cluster() == null ? "" : ", on another cluster"));
            String brokers = some.cluster() == null ? own : some.cluster();
            new AclCommands(brokers, commandConfig, principal).of(some.acls()).forEach(out::println);
        }
    }

    private static TableWriter table(List<Grants> all) {
        TableWriter table = new TableWriter("role", "resource", "pattern", "name", "operation", "why");
        all.forEach(some -> some.acls().forEach(acl -> table.row(row(some, acl))));
        return table;
    }

    private static Object[] row(Grants some, Acl acl) {
        String where = some.cluster() == null ? "" : " (on " + some.cluster() + ")";
        return new Object[] {
            some.role(),
            acl.resource().label(),
            acl.pattern().label(),
            acl.name(),
            acl.operation().label(),
            acl.why() + where
        };
    }

    private ObjectNode json(List<Grants> all) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("principal", principal);
        all.forEach(some -> some.acls()
                .forEach(acl -> json.withArray("acls")
                        .addObject()
                        .put("role", some.role())
                        .put("cluster", some.cluster())
                        .put("resource", acl.resource().name())
                        .put("pattern", acl.pattern().name())
                        .put("name", acl.name())
                        .put("operation", acl.operation().name())
                        .put("why", acl.why())));
        return json;
    }
}
