package dev.streamgauge.standalone.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.doctor.Doctor;
import dev.streamgauge.standalone.doctor.Finding;
import dev.streamgauge.standalone.doctor.Finding.Status;
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

/** Says why the deliveries of a source do not arrive. */
@Command(
        name = "doctor",
        description =
                "Check everything between a source and the topics: settings, broker, registry, topics, rules, secret, the running gateway, and what arrived last.")
public final class DoctorCommand implements Callable<Integer> {

    /** How the result is printed. */
    enum Output {
        TEXT,
        JSON
    }

    @Mixin
    private SettingsOption config;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "NAME",
            description = "The source, by its name in the file.")
    private String source;

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "Where the gateway can be reached. Default: where the file says that it listens.")
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
        if (gateway != null
                && (gateway.getHost() == null
                        || !String.valueOf(gateway.getScheme()).startsWith("http"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--gateway is %s, not an address such as https://hooks.example.com".formatted(gateway));
        }
        List<Finding> findings = new Doctor(config.read(environment), source, gateway, Clock.systemUTC()).examine();
        boolean well = findings.stream().allMatch(finding -> finding.status() == Status.OK);
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            out.println(json(findings, well).toPrettyString());
        } else {
            findings.forEach(finding -> print(out, finding));
        }
        out.flush();
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void print(PrintWriter out, Finding finding) {
        String mark = finding.status() == Status.OK ? "ok" : finding.status() == Status.WRONG ? "WRONG" : "skipped";
        out.printf("%-8s %-9s %s%n", mark, finding.check(), finding.message());
        if (finding.advice() != null) {
            out.printf("%-18s -> %s%n", "", finding.advice());
        }
    }

    private ObjectNode json(List<Finding> findings, boolean well) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("source", source);
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
