/** Everything in one process: platform, processors, and a door for events. */
package dev.streamgauge.standalone.pipeline;
