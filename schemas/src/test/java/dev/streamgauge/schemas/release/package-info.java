/** What was promised to readers outside: released schemas stay, and every later one is compatible with all of them. */
package dev.streamgauge.schemas.release;
