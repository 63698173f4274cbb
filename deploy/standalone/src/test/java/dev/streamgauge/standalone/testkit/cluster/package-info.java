/** Real brokers and a registry as processes of their own, for tests and drills to secure, cut off, pause and kill. */
package dev.streamgauge.standalone.testkit.cluster;
