package dev.streamgauge.connectors.providers.commits;

import dev.streamgauge.schemas.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How a person is told in an event: not at all, or as a keyed hash of the e-mail address. A bare hash could be guessed. */
public final class People {

    private static final int HASH_BYTES = 16;
    /** What GitLab, and our gateway in what it keeps, write in the place of an address: it is not one person's. */
    private static final String REDACTED = "[REDACTED]";

    /** An organisation has fewer people; a history of decades may have more, and computes some again. */
    private static final int MAX_REMEMBERED = 100_000;

    private final byte[] key;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    private People(byte[] key) {
        this.key = key;
    }

    /** Nobody is identified. */
    public static People anonymous() {
        return new People(null);
    }

    /** Persons are identified by an HMAC of their e-mail address with this key (not empty). */
    public static People identifiedWith(String key) {
        return new People(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The identifier of the person with this address, or null if persons are not identified, or it is empty or redacted. */
    public String identify(String email) {
        if (key == null || email.isBlank() || email.strip().equalsIgnoreCase(REDACTED)) {
            return null;
        }
        if (hashes.size() > MAX_REMEMBERED) {
            hashes.clear();
        }
        return hashes.computeIfAbsent(email.toLowerCase(Locale.ROOT), this::hash);
    }

    private String hash(String email) {
        byte[] hash = KeyedHash.of(key, email.getBytes(StandardCharsets.UTF_8));
        return "hmac:" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }
}
