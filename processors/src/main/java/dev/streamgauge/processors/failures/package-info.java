/** Which deploys were deployments, which of them failed, how that is known, and how they recovered. */
package dev.streamgauge.processors.failures;
