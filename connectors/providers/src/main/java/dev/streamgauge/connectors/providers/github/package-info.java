/** GitHub: its webhooks, and the objects of its REST API, each by one function for both. */
package dev.streamgauge.connectors.providers.github;
