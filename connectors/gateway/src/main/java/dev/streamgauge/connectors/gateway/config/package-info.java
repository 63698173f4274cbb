/** The gateway's settings: read strictly, all mistakes told at once, documented from the records that hold them. */
package dev.streamgauge.connectors.gateway.config;
