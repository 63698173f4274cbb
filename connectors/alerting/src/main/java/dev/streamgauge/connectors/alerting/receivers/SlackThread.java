package dev.streamgauge.connectors.alerting.receivers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.connectors.alerting.notices.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The message of one rule, and its thread. Lives as long as the rule has alerts that fire, and is bounded by their number. */
final class SlackThread {

    /** More than a message shows. */
    private static final int MOST = 50;

    private final Map<String, Notice> episodes = new LinkedHashMap<>();
    private String place;
    private String lastReply = "";

    void put(Notice notice) {
        if (episodes.size() >= MOST) {
            episodes.values().removeIf(Notice::over);
        }
        episodes.put(notice.episode(), notice);
    }

    boolean isOver() {
        return episodes.values().stream().allMatch(Notice::over);
    }

    boolean isPosted() {
        return place != null;
    }

    /** The message cannot be changed any more: the next is a new one. */
    void lose() {
        place = null;
    }

    /** Slack has the message. It tells of the notice already, so that no reply is needed. */
    void posted(JsonNode reply, Notice notice) {
        place = reply.path("ts").asText();
        lastReply = notice.version();
    }

    boolean isReplied(Notice notice) {
        return lastReply.equals(notice.version());
    }

    void replied(Notice notice) {
        lastReply = notice.version();
    }

    /** How things are; with its place, if it is posted already. */
    ObjectNode message() {
        ObjectNode message = SlackText.message(SlackText.heading(episodes.values()), episodes.values());
        return isPosted() ? message.put("ts", place) : message;
    }

    /** What has happened, for the thread. */
    ObjectNode reply(Notice notice) {
        return SlackText.message(SlackText.heading(List.of(notice)), List.of(notice))
                .put("thread_ts", place);
    }
}
