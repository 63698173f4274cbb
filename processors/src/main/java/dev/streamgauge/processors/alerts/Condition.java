package dev.streamgauge.processors.alerts;

import dev.streamgauge.processors.rules.Rule;

/** What a known measurement says about the condition of a rule. */
enum Condition {
    /** Beyond the severe threshold. */
    SEVERE,
    /** Beyond the threshold. */
    HOLDS,
    /** Between where it begins and where it ends. */
    BETWEEN,
    /** On the other side of where it ends, or there. */
    CLEAR;

    static Condition of(Rule rule, Measurement measured) {
        if (measured.gone() || rule.clears(measured.value())) {
            return CLEAR;
        }
        if (!rule.exceeds(measured.value())) {
            return BETWEEN;
        }
        return rule.isSevere(measured.value()) ? SEVERE : HOLDS;
    }

    boolean holds() {
        return this == SEVERE || this == HOLDS;
    }
}
