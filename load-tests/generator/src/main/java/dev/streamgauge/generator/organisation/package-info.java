/** The simulated organisation: repositories whose requests, builds, deploys and incidents unfold in simulated time. */
package dev.streamgauge.generator.organisation;
