/** Facts summed per window: a revised fact takes its old contribution back and brings its new one. */
package dev.streamgauge.processors.aggregates;
