/** Flux's notification controller: reconciliations as deploys. */
package dev.streamgauge.connectors.providers.flux;
