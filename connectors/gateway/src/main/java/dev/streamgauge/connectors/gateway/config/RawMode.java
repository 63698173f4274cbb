package dev.streamgauge.connectors.gateway.config;

/** What is kept of the bytes that a provider sent. */
public enum RawMode {
    /** All of them, e-mail addresses too. */
    ON,
    /** All but e-mail addresses, which become {@code [REDACTED]}. */
    REDACTED,
    /** Nothing; a mended mapper then cannot be replayed. What is quarantined is kept all the same, redacted. */
    OFF
}
