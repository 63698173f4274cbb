/** Jenkins' JSON API: the builds of jobs. */
package dev.streamgauge.connectors.connect.polling.jenkins;
