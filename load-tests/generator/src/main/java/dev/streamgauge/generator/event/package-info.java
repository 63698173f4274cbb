/** The event records as the generator fills them: with the schema's defaults, and with what all of them have in common. */
package dev.streamgauge.generator.event;
