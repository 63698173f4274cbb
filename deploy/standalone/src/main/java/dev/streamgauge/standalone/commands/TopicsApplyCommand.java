package dev.streamgauge.standalone.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.serve.TopicKeeper.Done;
import dev.streamgauge.standalone.topics.PlanJson;
import dev.streamgauge.standalone.topics.PlanText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Creates what is missing, and mends what can be mended without harm. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description =
                "Create the topics of the roles that are missing, and set what can be set without harm. Partitions and replicas are never changed, nor what is not in the catalogue. Exit code 4 if something is left for people.")
final class TopicsApplyCommand implements Callable<Integer> {

    @ParentCommand
    private TopicsCommand topics;

    @Mixin
    private PlanOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Done done = options.keeper(topics.environment()).apply();
        PrintWriter out = spec.commandLine().getOut();
        out.print(options.asJson() ? json(done) : text(done));
        out.flush();
        return done.left().isEmpty() ? ExitCode.OK : ExitCode.DUE;
    }

    private String text(Done done) {
        PlanText text = new PlanText(options.prefix());
        return text.creations("created", done.created())
                + text.settings("set", done.mended())
                + text.drifts("DRIFT", "drift", done.left())
                + "%d created, %d mended, %d left for people\n"
                        .formatted(
                                done.created().size(),
                                done.mended().size(),
                                done.left().size());
    }

    private String json(Done done) {
        PlanJson json = new PlanJson(options.prefix());
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("created", json.creations(done.created()));
        all.set("mended", json.drifts(done.mended()));
        all.set("left", json.drifts(done.left()));
        return all.toPrettyString() + "\n";
    }
}
