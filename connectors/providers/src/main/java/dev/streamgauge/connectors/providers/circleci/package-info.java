/** CircleCI's outbound webhooks: workflows and jobs that are over. */
package dev.streamgauge.connectors.providers.circleci;
