package dev.streamgauge.connectors.providers.rules;

/**
 * What a name of a provider (a job, an application, a service) means to us.
 *
 * @param repository canonical
 * @param service null: as the repository, or as the provider says
 * @param environment null: as the provider says
 */
public record Place(String repository, String service, String environment) {}
