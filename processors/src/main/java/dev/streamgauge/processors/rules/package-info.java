/** Alerting rules: what is measured of which subjects, and when somebody is told of it; read from YAML, every mistake listed at once. */
package dev.streamgauge.processors.rules;
