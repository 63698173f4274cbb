/** The settings of receivers and routes: read strictly, all mistakes told at once, documented from the records that hold them. */
package dev.streamgauge.connectors.alerting.config;
