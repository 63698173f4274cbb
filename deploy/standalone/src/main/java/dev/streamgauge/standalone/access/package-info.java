/** What each role uses in Kafka, and the rights that it needs for that: no more. */
package dev.streamgauge.standalone.access;
