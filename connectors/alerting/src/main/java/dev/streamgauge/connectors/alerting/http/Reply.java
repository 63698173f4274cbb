package dev.streamgauge.connectors.alerting.http;

import java.util.Optional;

/**
 * An answer.
 *
 * @param retryAfter the header of that name
 * @param body the beginning of it
 */
public record Reply(int status, Optional<String> retryAfter, String body) {}
