/** What a commit says about where it came from and who made it: the same judgement for a clone, a webhook and an API. */
package dev.streamgauge.connectors.providers.commits;
