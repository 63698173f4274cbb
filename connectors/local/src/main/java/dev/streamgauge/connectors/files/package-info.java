/** The door for files: reads events in their JSON form, a line each, and hands on what is no event with its place and its reason. */
package dev.streamgauge.connectors.files;
