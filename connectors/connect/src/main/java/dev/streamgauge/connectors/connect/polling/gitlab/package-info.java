/** GitLab's REST API: which lists hold what we measure, and how to read them to the end. */
package dev.streamgauge.connectors.connect.polling.gitlab;
