/** A server that behaves as the providers' APIs do, well or badly, and a clock that is moved by hand. */
package dev.streamgauge.connectors.connect.testkit;
