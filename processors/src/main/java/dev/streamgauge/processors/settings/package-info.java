/** The processors' settings as a flat file says them, with their reference for the documentation. */
package dev.streamgauge.processors.settings;
