/** Jenkins, by its Notification plugin. */
package dev.streamgauge.connectors.providers.jenkins;
