/** {@code ./streamgauge serve} as processes of their own, for tests and drills to start, ask and kill. */
package dev.streamgauge.standalone.testkit;
