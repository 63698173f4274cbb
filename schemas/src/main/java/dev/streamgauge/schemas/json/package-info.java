/** The plain JSON form of events and public records, for files, tests and other people's tools. */
package dev.streamgauge.schemas.json;
