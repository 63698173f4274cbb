package dev.streamgauge.processors.rules;

import dev.streamgauge.settings.Group;
import dev.streamgauge.settings.Means;
import dev.streamgauge.settings.Setting.Place;
import dev.streamgauge.settings.Setting.Text;
import java.util.List;
import java.util.Map;

/** What may stand in a file of rules. */
record RulesFile(
        @Means(value = "The rules; `[]`: none.", required = true)
        List<RuleEntry> rules,

        @Means("While an alert like this fires, alerts like that are suppressed.")
        List<InhibitEntry> inhibit,

        @Means("Times in which nobody is told.") List<MaintenanceEntry> maintenance) {

    record RuleEntry(
            @Means(
                    value = "Its name, unique; also the name of its alerts.",
                    required = true,
                    form = "[A-Za-z][A-Za-z0-9_.-]{0,99}",
                    expected = "letters, digits, _, . and -, a letter first, at most 100")
            Text name,

            @Means(value = "What is measured.", required = true)
            Text kind,

            @Means("Whose queue.") Text level,
            @Means("Of whom and of what.") ScopeEntry scope,

            @Means(value = "Beyond it the condition holds.", required = true)
            Text threshold,

            @Means("A second, farther threshold.") Text severe,
            @Means("The severity beyond it.") Text severeSeverity,
            @Means("Where it ends to fire.") Text clearBelow,

            @Means("Where it ends to fire, of what fires below its threshold.")
            Text clearAbove,

            @Means(value = "How long the condition must hold before it fires.", name = "for")
            Text holds,

            @Means("How long it goes on firing after that.") Text keepFiringFor,
            @Means("How much it matters.") Text severity,
            @Means("For routes and people.") Map<String, Text> labels,

            @Means(value = "A page that says what to do.", form = "\\S+", expected = "a link, without spaces")
            Text runbook,

            @Means("One sentence, with names in braces.") Text summary,
            @Means("Below so many the value is unknown.") Text minimum,
            @Means("How far back a rate looks.") Text window,
            @Means("The rate that is promised.") Text objective,

            @Means(value = "The window that shows that it matters.", name = "long")
            Text longWindow,

            @Means(value = "The window that shows that it goes on.", name = "short")
            Text shortWindow) {}

    record ScopeEntry(
            @Means(value = "Patterns of `host/owner/name`.", orOne = true)
            List<Text> repository,

            @Means(value = "Patterns of teams.", orOne = true)
            List<Text> team,

            @Means(value = "Patterns of organisations.", orOne = true)
            List<Text> organisation,

            @Means(value = "Patterns of queues.", orOne = true)
            List<Text> queue,

            @Means(value = "Patterns of labels of queues.", orOne = true)
            List<Text> label,

            @Means(value = "Patterns of workflows.", orOne = true)
            List<Text> workflow,

            @Means(value = "Patterns of services.", orOne = true)
            List<Text> service,

            @Means(value = "Patterns of environments.", orOne = true)
            List<Text> environment,

            @Means(value = "Patterns of sources.", orOne = true)
            List<Text> source) {}

    record InhibitEntry(
            @Means(value = "While an alert like this fires.", required = true)
            MatchEntry source,

            @Means(value = "Alerts like this are suppressed.", required = true)
            MatchEntry target,

            @Means(value = "If they have these in common.", orOne = true)
            List<Text> equal) {}

    record MatchEntry(
            Place place,

            @Means(value = "Patterns of rules.", orOne = true)
            List<Text> rule,

            @Means(value = "Kinds.", orOne = true) List<Text> kind,
            @Means(value = "Severities.", orOne = true) List<Text> severity,
            @Group ScopeEntry scope) {}

    record MaintenanceEntry(
            @Means(value = "Its name, unique.", required = true)
            Text name,

            @Means(value = "Of whom and of what; `{}`: of everything.", required = true)
            ScopeEntry scope,

            @Means(value = "An instant, as 2026-11-27T16:00:00Z.", required = true)
            Text from,

            @Means(value = "An instant, not included.", required = true)
            Text until,

            @Means("Why.") Text comment) {}
}
