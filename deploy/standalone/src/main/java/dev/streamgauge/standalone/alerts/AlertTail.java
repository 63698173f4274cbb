package dev.streamgauge.standalone.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.cli.TopicFollower;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Prints the alerts that are open, and then every change of one. */
public final class AlertTail {

    private final ObjectMapper json = new ObjectMapper();
    private final PrintWriter out;
    private final boolean raw;
    private final boolean watchdog;
    private final Map<String, byte[]> open = new LinkedHashMap<>();

    /**
     * A printer of alerts.
     *
     * @param raw whether they are printed as JSON, as they are in the topic
     * @param watchdog whether the alert that always fires is printed too
     */
    public AlertTail(PrintWriter out, boolean raw, boolean watchdog) {
        this.out = out;
        this.raw = raw;
        this.watchdog = watchdog;
    }

    /**
     * Prints what is open now.
     *
     * @throws StandaloneException if the topic does not exist or cannot be read
     */
    public void printOpen(TopicFollower follower) {
        follower.toEnd(Topics.ALERTS_JSON, this::remember);
        open.values().forEach(this::print);
        out.flush();
    }

    private void remember(ConsumerRecord<byte[], byte[]> found) {
        String key = new String(found.key(), StandardCharsets.UTF_8);
        JsonNode alert = found.value() == null ? null : parsed(found.value());
        open.remove(key);
        if (alert != null && AlertLine.isOpen(alert)) {
            open.put(key, found.value());
        }
    }

    /** Prints every change from then on, until the process is stopped, or nobody reads any more what is printed. */
    public void follow(TopicFollower follower) {
        follower.follow(found -> {
            if (found.value() != null) {
                print(found.value());
            }
            return !out.checkError();
        });
    }

    private void print(byte[] value) {
        JsonNode alert = parsed(value);
        if (alert == null || (AlertLine.isWatchdog(alert) && !watchdog)) {
            return;
        }
        out.println(raw ? new String(value, StandardCharsets.UTF_8) : AlertLine.of(alert));
    }

    /** Null: somebody else wrote into the topic what is no JSON. */
    private JsonNode parsed(byte[] value) {
        try {
            return json.readTree(new String(value, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
