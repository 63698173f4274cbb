package dev.streamgauge.processors.explain;

import dev.streamgauge.processors.aggregates.Contribution;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A fact as it is published.
 *
 * @param topic without the installation's prefix
 * @param contributions what it adds to which windows of its repository
 */
public record Fact<T extends SpecificRecord>(String topic, T value, List<Contribution> contributions) {}
