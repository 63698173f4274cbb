/** A seeded simulated organisation, and small hostile histories: what the demo, the load tests and the property tests are fed with. */
package dev.streamgauge.generator;
