/** Deliveries that somebody kept, mapped by the doors' own mappers: from files, and from the topic of what the gateway received. */
package dev.streamgauge.standalone.deliveries;
