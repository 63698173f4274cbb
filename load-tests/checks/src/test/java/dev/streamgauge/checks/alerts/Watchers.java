package dev.streamgauge.checks.alerts;

import dev.streamgauge.oracle.AlertOracle;
import dev.streamgauge.oracle.Fired;
import java.util.List;
import java.util.SortedSet;

/** Those who watch: the production code, as it is or broken on purpose. */
@FunctionalInterface
public interface Watchers {

    /**
     * What has fired.
     *
     * @param rules the text of a file of rules
     * @param arrivals in their order, none before the first look and none at the moment of a look
     */
    SortedSet<Fired> fired(AlertOracle.Clock clock, String rules, List<Arrival> arrivals);
}
