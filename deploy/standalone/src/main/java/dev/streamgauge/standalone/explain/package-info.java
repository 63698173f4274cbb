/** Explanations: where the events of one repository are read, and how what they explain is shown. */
package dev.streamgauge.standalone.explain;
