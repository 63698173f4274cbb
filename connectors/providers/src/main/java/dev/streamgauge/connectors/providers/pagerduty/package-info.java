/** PagerDuty's webhooks, version 3: incidents. */
package dev.streamgauge.connectors.providers.pagerduty;
