/** CDEvents, the vocabulary of the Continuous Delivery Foundation, in versions 0.3 to 0.6: read leniently, by the type's prefix. */
package dev.streamgauge.connectors.providers.cdevents;
