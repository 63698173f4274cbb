/** Settings as names with values: read strictly into records, all mistakes told at once, documented from the records that hold them. */
package dev.streamgauge.settings.flat;
