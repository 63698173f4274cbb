/** Deployments and incidents as scripts post them to DevLake's webhooks: who moves keeps his scripts and changes the address. */
package dev.streamgauge.connectors.providers.devlake;
