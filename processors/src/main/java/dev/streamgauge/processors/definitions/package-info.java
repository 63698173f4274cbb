/** What of the definitions a user may choose; the default is ours. */
package dev.streamgauge.processors.definitions;
