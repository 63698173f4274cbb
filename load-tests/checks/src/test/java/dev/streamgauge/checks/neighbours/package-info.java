/** Streamgauge in between other people's programs: TLS, users and ACLs, kcat, Confluent's client, Kafka Connect and PostgreSQL, all of them real. */
package dev.streamgauge.checks.neighbours;
