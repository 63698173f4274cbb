package dev.streamgauge.checks.state;

import java.util.Map;

/**
 * The end of a month.
 *
 * @param number from 1
 * @param events how many arrived in it
 * @param tables what each weighs, by its store and name
 */
record Month(int number, long events, Map<String, Weight> tables) {

    Weight all() {
        return tables.values().stream().reduce(new Weight(0, 0), Weight::plus);
    }
}
