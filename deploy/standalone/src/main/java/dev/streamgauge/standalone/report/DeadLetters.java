package dev.streamgauge.standalone.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.DeadLetterHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Refused input, counted once however often it came: so that a repeated line does not change a report. */
public final class DeadLetters {

    private final Map<String, Set<String>> byReason = new TreeMap<>();

    /** A header's text; null: it has none. */
    public static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    public void add(ConsumerRecord<byte[], byte[]> letter) {
        String reason = header(letter, DeadLetterHeaders.REASON);
        byReason.computeIfAbsent(reason == null ? "failed" : reason, name -> new HashSet<>())
                .add(digest(identity(letter)));
    }

    /** What came; of a file that cannot be read nothing came, and then it is known by its name. */
    private static byte[] identity(ConsumerRecord<byte[], byte[]> letter) {
        if (letter.value() != null && letter.value().length > 0) {
            return letter.value();
        }
        return String.valueOf(header(letter, DeadLetterHeaders.ORIGIN)).getBytes(UTF_8);
    }

    public long total() {
        return byReason.values().stream().mapToLong(Set::size).sum();
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total", total());
        ObjectNode reasons = json.putObject("by_reason");
        byReason.forEach((reason, digests) -> reasons.put(reason, digests.size()));
        return json;
    }

    private static String digest(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
