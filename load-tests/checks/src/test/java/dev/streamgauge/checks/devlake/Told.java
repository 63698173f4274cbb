package dev.streamgauge.checks.devlake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** What DevLake's tables say, in the form that our events have. */
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER = "devlake.example/project1/";
    private static final int FULL_HASH = 40;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("y-M-d H:mm:ss");

    private Told() {}

    /** An event of that type with what every event has. */
    static ObjectNode event(String type, String repository, String at) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("repository", OWNER + repository.toLowerCase(Locale.ROOT))
                .put("occurred_at", time(at));
    }

    /** An instant in ISO-8601; theirs are in UTC, and do not always have two digits. */
    static String time(String told) {
        OffsetDateTime time = told.contains("T")
                ? OffsetDateTime.parse(told)
                : LocalDateTime.parse(told, SHORT).atOffset(ZoneOffset.UTC);
        return time.toInstant().toString();
    }

    /** A full hash stays; a name like commit5 becomes its bytes in hexadecimal, with zeros in front. */
    static String sha(String told) {
        if (told.length() == FULL_HASH) {
            return told;
        }
        String digits = HexFormat.of().formatHex(told.getBytes(UTF_8));
        return "0".repeat(FULL_HASH - digits.length()) + digits;
    }
}
