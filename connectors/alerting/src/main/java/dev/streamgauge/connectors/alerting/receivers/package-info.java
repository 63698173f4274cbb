/** How each kind of receiver is told: one class for each, which makes calls of notices and outcomes of answers. */
package dev.streamgauge.connectors.alerting.receivers;
