/** The past of a provider's repositories, once, from a time on: with progress, and a cursor that a later run goes on from. */
package dev.streamgauge.connectors.connect.backfill;
