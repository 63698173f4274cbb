/** The demonstration: a simulated organisation at an accelerated clock, and what can be seen of it. */
package dev.streamgauge.standalone.demo;
