/** When main was first known to be green at each landing or after it. */
package dev.streamgauge.processors.integration;
