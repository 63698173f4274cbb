/** Facts and aggregates in the form in which others read them. */
package dev.streamgauge.processors.publish;
