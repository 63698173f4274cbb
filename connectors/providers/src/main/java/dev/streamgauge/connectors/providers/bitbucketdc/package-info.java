/** Bitbucket Data Center (formerly Server): its webhooks. */
package dev.streamgauge.connectors.providers.bitbucketdc;
