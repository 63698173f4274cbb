/** Which deploy delivered which change, to which service and environment, and how long that took. */
package dev.streamgauge.processors.deliveries;
