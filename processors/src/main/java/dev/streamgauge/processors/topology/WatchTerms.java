package dev.streamgauge.processors.topology;

import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.watch.WatchSettings;
import java.util.function.Supplier;

/**
 * What those who watch need.
 *
 * @param rules those in force; it may answer null as long as that is not known, and nothing is evaluated then
 * @param reading what has not been read
 */
public record WatchTerms(WatchSettings settings, Supplier<RuleSet> rules, Reading reading) {}
