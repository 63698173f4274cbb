/** What becomes of a verified delivery: mapped, published with its raw bytes, quarantined if nobody can read it. No HTTP, no Kafka client. */
package dev.streamgauge.connectors.gateway.intake;
