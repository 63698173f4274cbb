package dev.streamgauge.settings.flat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Objects;

/** A text that must never be shown: not in a log, not in a message, not in a dump of the configuration. */
public final class Secret {

    private final String text;

    public Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The text itself, for the one place that needs it. */
    public String reveal() {
        return text;
    }

    /** The same as bytes, UTF-8. */
    public byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return 0; // A hash would tell something of the text.
    }

    @Override
    public String toString() {
        return "***";
    }
}
