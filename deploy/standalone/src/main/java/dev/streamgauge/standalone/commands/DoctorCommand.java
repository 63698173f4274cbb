package dev.streamgauge.standalone.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.doctor.Doctor;
import dev.streamgauge.standalone.doctor.Finding;
import dev.streamgauge.standalone.doctor.Finding.Status;
import dev.streamgauge.standalone.doctor.Installation;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what is wrong with an installation, or why the deliveries of a source do not arrive. */
@Command(
        name = "doctor",
        description =
                "Check what the roles need: settings, brokers, registry, clock, topics, rights, secrets, disk. With --source, everything between a source and the topics: the running gateway and what arrived last, too.")
public final class DoctorCommand implements Callable<Integer> {

    /** How the result is printed. */
    enum Output {
        TEXT,
        JSON
    }

    @Mixin
    private SettingsOption config;

    @Mixin
    private RoleOptions roles;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Only this source, by its name in the file, and all the way to the topics.")
    private String source;

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description =
                    "With --source: where the gateway can be reached. Default: where the file says that it listens.")
    private URI gateway;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private Output output;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment;

    /** @param environment of the process, in which settings may be */
    public DoctorCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        requireUsage();
        List<Finding> findings = examine(config.read(environment));
        boolean well = findings.stream()
                .allMatch(finding -> finding.status() == Status.OK || finding.status() == Status.WARNING);
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            out.println(json(findings, well).toPrettyString());
        } else {
            findings.forEach(finding -> print(out, finding));
        }
        out.flush();
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private void requireUsage() {
        if (gateway != null && source == null) {
            throw new ParameterException(spec.commandLine(), "--gateway goes with --source");
        }
        if (gateway != null
                && (gateway.getHost() == null
                        || !String.valueOf(gateway.getScheme()).startsWith("http"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--gateway is %s, not an address such as https://hooks.example.com".formatted(gateway));
        }
    }

    private List<Finding> examine(ServiceSettings settings) {
        if (source != null) {
            return new Doctor(settings, source, gateway, Clock.systemUTC()).examine();
        }
        Map<Role, Service> services = roles.with(settings);
        return new Installation(settings, services, Clock.systemUTC()).examine(RoleOptions.mistakes(services.values()));
    }

    private static void print(PrintWriter out, Finding finding) {
        String mark =
                finding.status() == Status.WRONG ? "WRONG" : finding.status().code();
        out.printf("%-8s %-9s %s%n", mark, finding.check(), finding.message());
        if (finding.advice() != null) {
            out.printf("%-18s -> %s%n", "", finding.advice());
        }
    }

    private ObjectNode json(List<Finding> findings, boolean well) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        if (source != null) {
            json.put("source", source);
        }
        json.put("well", well);
        findings.forEach(finding -> json.withArray("checks")
                .addObject()
                .put("check", finding.check())
                .put("status", finding.status().code())
                .put("message", finding.message())
                .put("advice", finding.advice()));
        return json;
    }
}
