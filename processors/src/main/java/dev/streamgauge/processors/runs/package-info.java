/** What else builds tell: how a commit fared at first and after a rerun, how much was built where, and what builds waited for. */
package dev.streamgauge.processors.runs;
