/** Reading other people's JSON: strict about its form, tolerant about what is in it, exact about where it is wrong. */
package dev.streamgauge.connectors.providers.json;
