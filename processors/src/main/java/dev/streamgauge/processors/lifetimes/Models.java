package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.ownership.Ownership;
import dev.streamgauge.processors.runs.Runs;

/** The models that know what they still need. */
public record Models(
        Landings landings,
        Changes changes,
        Ownership ownership,
        GreenLine green,
        Deliveries deliveries,
        MainHealth health,
        Runs runs,
        Failures failures,
        Ledger ledger) {}
