/** Prometheus Alertmanager as a source of incidents. */
package dev.streamgauge.connectors.providers.alertmanager;
