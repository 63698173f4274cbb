/** What a sender says by our own names, where its tool has no field of its own for a repository or a commit. */
package dev.streamgauge.connectors.providers.convention;
