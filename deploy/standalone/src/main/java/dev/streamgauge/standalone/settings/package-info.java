/** The file of settings for what runs beside the user's own Kafka: read strictly, the environment laid over it, secrets left where they are kept. */
package dev.streamgauge.standalone.settings;
