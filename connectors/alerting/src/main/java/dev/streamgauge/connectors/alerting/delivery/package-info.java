/** At least once, in order, again until it is accepted: what is the same for every receiver, and for every place in which a sink runs. */
package dev.streamgauge.connectors.alerting.delivery;
