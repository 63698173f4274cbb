/** How Avro handles the generated records: which classes it may load, and the schema as others see it. */
package dev.streamgauge.schemas.avro;
