package dev.streamgauge.processors.explain;

import java.util.Map;

/**
 * What a fact adds to an aggregate.
 *
 * @param topic without the installation's prefix
 * @param key the fields of the public key, in its order
 * @param adds amounts by the fields of the public record
 */
public record Addition(String topic, Map<String, String> key, Map<String, Long> adds) {}
