/** Forgetting: what is over, and will not be corrected any more, leaves the state. Its facts stay where they were published. */
package dev.streamgauge.processors.forgetting;
