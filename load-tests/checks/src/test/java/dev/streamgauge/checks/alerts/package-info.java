/** Whether exactly those alerts fire that the oracle of alerts names, on simulated wall clocks. */
package dev.streamgauge.checks.alerts;
