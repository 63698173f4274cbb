/** What those who operate a service can ask it: whether it lives, whether it is ready, and what it counts. */
package dev.streamgauge.operators;
