package dev.streamgauge.connectors.providers.rules;

/**
 * What an incident concerns; what is not said is null.
 *
 * @param service the service that suffers
 * @param environment where it suffers
 * @param deployId the deploy that caused it
 * @param severity in the words of who wrote it
 */
public record Concern(String service, String environment, String deployId, String severity) {}
