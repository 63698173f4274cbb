/** How records are written on the wire: Confluent's framing, by our serdes or the user's, against any registry that speaks its API. */
package dev.streamgauge.schemas.wire;
