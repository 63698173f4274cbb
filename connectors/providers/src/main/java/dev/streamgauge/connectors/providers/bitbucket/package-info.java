/** Bitbucket Cloud: its webhooks. */
package dev.streamgauge.connectors.providers.bitbucket;
