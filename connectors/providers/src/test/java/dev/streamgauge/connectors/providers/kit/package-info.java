/** What the providers' tests share: payloads, deliveries, mutations. */
package dev.streamgauge.connectors.providers.kit;
