/** The stream equals the batch: the processors against the oracle, over hostile histories. */
package dev.streamgauge.checks;
