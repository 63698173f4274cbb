/** The thinking: what events mean, as pure models ({@link dev.streamgauge.processors.Assembly}), and the Kafka Streams application that carries them. */
package dev.streamgauge.processors;
