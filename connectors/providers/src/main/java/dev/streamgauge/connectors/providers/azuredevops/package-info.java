/** Azure DevOps, services and server: its service hooks. */
package dev.streamgauge.connectors.providers.azuredevops;
