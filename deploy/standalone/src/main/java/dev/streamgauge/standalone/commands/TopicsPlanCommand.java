package dev.streamgauge.standalone.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.standalone.cli.ExitCode;
import dev.streamgauge.standalone.topics.PlanJson;
import dev.streamgauge.standalone.topics.PlanText;
import dev.streamgauge.standalone.topics.TopicPlan;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what {@code topics apply} would do, and what it would leave. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Compare the topics of the roles with your cluster: what is missing, what is not as it should be, and what that means. Nothing is changed. Exit code 4 if there is anything.")
final class TopicsPlanCommand implements Callable<Integer> {

    @ParentCommand
    private TopicsCommand topics;

    @Mixin
    private PlanOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TopicPlan plan = options.keeper(topics.environment()).plan();
        PrintWriter out = spec.commandLine().getOut();
        out.print(options.asJson() ? json(plan) : text(plan));
        out.flush();
        return plan.isNothing() ? ExitCode.OK : ExitCode.DUE;
    }

    private String text(TopicPlan plan) {
        PlanText text = new PlanText(options.prefix());
        return text.creations("missing", plan.missing())
                + text.drifts("DRIFT", "drift", plan.drifts())
                + "%d to create, %d to mend, %d for people\n"
                        .formatted(
                                plan.missing().size(),
                                plan.mended().size(),
                                plan.left().size());
    }

    private String json(TopicPlan plan) {
        PlanJson json = new PlanJson(options.prefix());
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("missing", json.creations(plan.missing()));
        all.set("drifts", json.drifts(plan.drifts()));
        return all.toPrettyString() + "\n";
    }
}
