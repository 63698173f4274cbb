/** Calls of a provider's API: pages, entity tags, and a budget of calls that all tasks of a process share. Nothing here sleeps. */
package dev.streamgauge.connectors.connect.polling.http;
