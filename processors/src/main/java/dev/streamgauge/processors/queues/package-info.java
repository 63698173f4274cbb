/** What waits: the stays of requests, builds, deploys and landed changes in their queues, derived from all that is known of them. */
package dev.streamgauge.processors.queues;
