package dev.streamgauge.connectors.gateway.kafka;

import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.schemas.wire.WireConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The client's settings: the user's, and above them those on which the gateway's promise rests. */
final class ProducerSettings {

    private static final long BUFFER_BYTES = 64L << 20;

    private ProducerSettings() {}

    /** @param answer within which every attempt is over, acknowledged or not */
    static Map<String, Object> of(Map<String, Object> clientConfig, Duration answer) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 2);
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * EventJson.LONGEST_LINE);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, share(answer, 20));
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, share(answer, 50));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, share(answer, 70));
        config.put(ProducerConfig.LINGER_MS_CONFIG, lingerBelow(config, share(answer, 20)));
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return config;
    }

    /** The registry's part: asked before the first delivery, never while one waits. */
    static Map<String, Object> registry(Map<String, Object> clientConfig, Duration answer) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(WireConfig.RETRY_MS, share(answer, 50));
        config.put(WireConfig.REQUEST_TIMEOUT_MS, share(answer, 50));
        return config;
    }

    // The client refuses a time for delivery that is shorter than this and the time of a request together.
    private static int lingerBelow(Map<String, Object> config, int most) {
        String text = config.get(ProducerConfig.LINGER_MS_CONFIG).toString();
        return text.matches("[0-9]{1,8}") ? Math.min(Integer.parseInt(text), most) : most;
    }

    private static int share(Duration answer, int percent) {
        return Math.max(1, Math.toIntExact(answer.toMillis() * percent / 100));
    }
}
