package dev.streamgauge.connectors.git;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a person is told in an event: not at all, or as a keyed hash of the e-mail address. A bare hash could be guessed.
 * Assistants are no persons and are told by name.
 */
public final class People {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 16;

    private final SecretKeySpec key;
    private final List<String> assistants;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    private People(SecretKeySpec key, List<String> assistants) {
        this.key = key;
        this.assistants = assistants;
    }

    /** Nobody is identified and no assistant is known. */
    public static People anonymous() {
        return new People(null, List.of());
    }

    /** The same assistants, and persons identified by an HMAC of their e-mail address with this key (not empty). */
    public People identifiedWith(byte[] secret) {
        return new People(new SecretKeySpec(secret, ALGORITHM), assistants);
    }

    /** The same persons, and these assistants: their names, or their e-mail addresses, in any case. */
    public People assistedBy(Collection<String> names) {
        return new People(
                key, names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    /** The identifier of the person with this address, or null if persons are not identified. */
    String identify(String email) {
        return key == null || email.isBlank()
                ? null
                : hashes.computeIfAbsent(email.toLowerCase(Locale.ROOT), this::hash);
    }

    /** The configured name that the person's name or address is, or null. */
    String assistant(String name, String email) {
        String lowerName = name.toLowerCase(Locale.ROOT);
        String lowerEmail = email.toLowerCase(Locale.ROOT);
        return assistants.stream()
                .filter(known -> known.equals(lowerName) || known.equals(lowerEmail))
                .findFirst()
                .orElse(null);
    }

    /** Whether a missing assistant is a finding, and not just that no assistant is known by name. */
    boolean knowsAssistants() {
        return !assistants.isEmpty();
    }

    private String hash(String email) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(email.getBytes(StandardCharsets.UTF_8));
            return "hmac:" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
