/** Argo CD's notifications, by the template that we ship: syncs as deploys. */
package dev.streamgauge.connectors.providers.argocd;
