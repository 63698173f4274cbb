/** What runs beside the user's own Kafka: one small class for each role. */
package dev.streamgauge.standalone.serve;
