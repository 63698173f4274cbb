/** Which changes own the commits that somebody watches: those that were deployed, picked, reverted or blamed. */
package dev.streamgauge.processors.ownership;
