/** Buildkite's webhooks: builds and jobs. */
package dev.streamgauge.connectors.providers.buildkite;
