/** Reading the past of a provider once: its settings, its place in a file, and how it goes. */
package dev.streamgauge.standalone.backfill;
