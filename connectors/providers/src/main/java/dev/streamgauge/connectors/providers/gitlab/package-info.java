/** GitLab: its project, group and system hooks, and the objects of its REST API, by the same functions. */
package dev.streamgauge.connectors.providers.gitlab;
