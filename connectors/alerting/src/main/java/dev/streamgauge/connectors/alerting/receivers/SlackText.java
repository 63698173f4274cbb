package dev.streamgauge.connectors.alerting.receivers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.notices.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Alerts in Slack's own markup. Whatever comes from outside cannot make a mention or a link of its own. */
final class SlackText {

    /** Slack takes 3,000 characters in a section, and 50 blocks. */
    private static final int LONGEST_SECTION = 2_900;

    private static final int LONGEST_LINE = 400;
    private static final int MOST_LINES = 20;
    private static final Map<String, String> SIGNS = Map.of("page", ":rotating_light:", "ticket", ":warning:");

    private SlackText() {}

    /** One line: what, where, how much, and where to read on. */
    static String line(Notice notice) {
        Alert alert = notice.alert();
        String sign =
                notice.over() ? ":white_check_mark:" : SIGNS.getOrDefault(alert.getSeverity(), ":information_source:");
        String state = notice.over() ? "resolved after " + Words.length(Words.fired(notice)) : alert.getSeverity();
        String text = "%s *%s* (%s) %s: %s"
                .formatted(
                        sign,
                        plain(alert.getRule()),
                        state,
                        plain(Words.subject(alert)),
                        plain(Words.cut(alert.getSummary(), LONGEST_LINE)));
        return text + links(alert);
    }

    private static String links(Alert alert) {
        String runbook = Json.link(alert.getRunbook())
                .map(link -> " <%s|runbook>".formatted(address(link)))
                .orElse("");
        return runbook
                + Json.link(alert)
                        .map(link -> " <%s|oldest>".formatted(address(link)))
                        .orElse("");
    }

    /** The heading of a rule's message: {@code ReviewPickupSlow: 2 firing, 1 resolved}. */
    static String heading(Collection<Notice> notices) {
        long over = notices.stream().filter(Notice::over).count();
        long firing = notices.size() - over;
        String rule = notices.iterator().next().alert().getRule();
        String counts = firing == 0
                ? over + " resolved"
                : over == 0 ? firing + " firing" : "%d firing, %d resolved".formatted(firing, over);
        return plain(rule) + ": " + counts;
    }

    /** A message with a heading, and a line for each. */
    static ObjectNode message(String heading, Collection<Notice> notices) {
        List<String> lines =
                notices.stream().limit(MOST_LINES).map(SlackText::line).collect(Collectors.toList());
        if (notices.size() > MOST_LINES) {
            lines.add("and %d more".formatted(notices.size() - MOST_LINES));
        }
        ObjectNode message = Json.NODES.objectNode().put("text", heading);
        var blocks = message.putArray("blocks");
        section(blocks.addObject(), "*" + heading + "*");
        lines.forEach(line -> section(blocks.addObject(), line));
        return message;
    }

    private static void section(ObjectNode block, String text) {
        block.put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", Words.cut(text, LONGEST_SECTION));
    }

    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\p{Cntrl}+", " ");
    }

    private static String address(String link) {
        return link.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E");
    }
}
