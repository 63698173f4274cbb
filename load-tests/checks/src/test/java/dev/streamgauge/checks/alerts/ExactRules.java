package dev.streamgauge.checks.alerts;

import dev.streamgauge.oracle.OracleSettings;
import dev.streamgauge.processors.definitions.Baseline;
import dev.streamgauge.processors.definitions.Definitions;
import java.time.Instant;
import java.util.List;

/** Rules for a year of hostile histories: at least one of each kind that the oracle knows. JSON, so that the oracle can read them as well. */
final class ExactRules {

    static final String JSON = """
            {"rules": [
              {"name": "PickupMany", "kind": "depth", "scope": {"queue": "review.pickup"}, "threshold": 1, "severe": 2, "clear_below": 0},
              {"name": "PickupSlow", "kind": "age", "scope": {"queue": "review.pickup"}, "threshold": "2d", "clear_below": "12h", "for": "2h"},
              {"name": "PickupWait", "kind": "wait", "scope": {"queue": "review.pickup"}, "threshold": "3h", "for": "1h", "keep_firing_for": "3h"},
              {"name": "DecisionSlow", "kind": "age", "scope": {"queue": "review.decision"}, "threshold": "1d", "severe": "3d", "severity": "info", "severe_severity": "ticket", "keep_firing_for": "6h"},
              {"name": "DecisionAny", "kind": "depth", "scope": {"queue": "review.decision"}, "threshold": 0},
              {"name": "MergeSlow", "kind": "age", "scope": {"queue": "merge"}, "threshold": "1d", "for": "90m"},
              {"name": "MergeAny", "kind": "depth", "scope": {"queue": "merge"}, "threshold": 0},
              {"name": "CiSlow", "kind": "age", "scope": {"queue": "ci"}, "threshold": "3h", "severe": "5h", "for": "1h", "keep_firing_for": "2h"},
              {"name": "CiAny", "kind": "depth", "scope": {"queue": "ci"}, "threshold": 0},
              {"name": "CiApprovalAny", "kind": "depth", "scope": {"queue": "ci.approval"}, "threshold": 0},
              {"name": "CiGrows", "kind": "growth", "scope": {"queue": "ci"}, "threshold": 0},
              {"name": "GateForgotten", "kind": "age", "scope": {"queue": "deploy.approval"}, "threshold": "12h"},
              {"name": "GateGrows", "kind": "growth", "scope": {"queue": "deploy.approval"}, "threshold": 0},
              {"name": "IntegrationSlow", "kind": "age", "scope": {"queue": "integration"}, "threshold": "1d", "for": "3d"},
              {"name": "IntegrationGrows", "kind": "growth", "scope": {"queue": "integration"}, "threshold": 1, "clear_below": 0},
              {"name": "IntegrationWait", "kind": "wait", "scope": {"queue": "integration"}, "threshold": "2h", "severe": "6h"},
              {"name": "DeployMany", "kind": "depth", "scope": {"queue": "deploy"}, "threshold": 2, "clear_below": 1, "for": "12h"},
              {"name": "DeploySlow", "kind": "age", "scope": {"queue": "deploy"}, "threshold": "20d", "clear_below": "10d"},
              {"name": "MainRed", "kind": "red_for", "threshold": "6h", "severe": "1d", "for": "40m", "keep_firing_for": "4h", "severity": "info"},
              {"name": "MainFails", "kind": "success_rate", "threshold": 0.6, "severe": 0.4, "clear_above": 0.8, "minimum": 3, "window": "3d"},
              {"name": "MainBurns", "kind": "burn_rate", "threshold": 2, "severe": 3, "objective": 0.8, "minimum": 2, "long": "4d", "short": "1d", "keep_firing_for": "2h"},
              {"name": "Held", "kind": "held_lane", "threshold": "1d", "severe": "5d", "for": "2d"},
              {"name": "Silent", "kind": "silent_source", "threshold": "10d", "clear_below": "1d"},
              {"name": "OrganisationCi", "kind": "depth", "level": "organisation", "scope": {"queue": "ci"}, "threshold": 0, "severe": 1},
              {"name": "OrganisationGates", "kind": "growth", "level": "organisation", "scope": {"queue": "deploy.approval"}, "threshold": 0},
              {"name": "OrganisationWaits", "kind": "wait", "level": "organisation",
               "scope": {"queue": "integration", "organisation": ["organisations/*", "GitHub*"]}, "threshold": "2h", "keep_firing_for": "3h"},
              {"name": "TeamCiSlow", "kind": "age", "level": "team", "scope": {"queue": "ci"}, "threshold": "3h", "severe": "1d", "for": "1h"},
              {"name": "TeamCiGrows", "kind": "growth", "level": "team", "scope": {"queue": "ci"}, "threshold": 0},
              {"name": "BlueDeploys", "kind": "depth", "level": "team", "scope": {"queue": "deploy", "team": "*/blue"}, "threshold": 1, "clear_below": 0},
              {"name": "BottleneckMoved", "kind": "bottleneck_moved", "threshold": 0.15, "severe": 0.3, "clear_below": 0.1, "minimum": 1, "for": "2h"}
            ], "inhibit": [
              {"source": {"kind": "silent_source", "source": ["github", "*lab"]}, "target": {"kind": ["depth", "age"]}, "equal": ["repository"]},
              {"source": {"rule": "MainRed"}, "target": {"rule": "integration*"}},
              {"source": {"kind": "held_lane", "severity": "page"}, "target": {"queue": "deploy*"}},
              {"source": {"kind": "held_lane"}, "target": {"kind": "held_lane", "environment": "production"}, "equal": "service"},
              {"source": {"severity": "page"}, "target": {"severity": "ticket"}, "equal": ["workflow"]},
              {"source": {"rule": "Ci*"}, "target": {"queue": "ci"}, "equal": ["repository", "queue"]},
              {"source": {"kind": ["growth", "wait"]}, "target": {"kind": "age"}, "equal": ["queue"]}
            ], "maintenance": [
              {"name": "shops", "scope": {"repository": "github.com/*/shop", "queue": ["ci", "review.*"]},
               "from": "2026-03-02T09:10:00Z", "until": "2026-03-04T09:10:00Z"},
              {"name": "night", "scope": {}, "from": "2026-03-03T00:00:00Z", "until": "2026-03-03T12:00:00Z"},
              {"name": "freeze", "scope": {"environment": "PROD*"}, "from": "2026-03-12T16:00:00Z", "until": "2026-03-16T06:00:00Z"},
              {"name": "move", "scope": {"team": "*/red"}, "from": "2026-03-04T00:00:00Z", "until": "2026-03-08T00:00:00Z"}
            ]}
            """;

    /** Shares of stages are compared with those of changes that were delivered in this time. */
    private static final Baseline BASELINE = Baseline.parse("2026-02-01/2026-03-02T06:00:00Z");

    /** What those who watch are told of the definitions. */
    static final Definitions DEFINITIONS = new Definitions(
            Definitions.DEFAULT.production(), List.of(), null, BASELINE, Definitions.DEFAULT.profiles());

    /** The same for the oracle. */
    static final OracleSettings SETTINGS = OracleSettings.DEFAULTS.withBaseline(
            Instant.ofEpochMilli(BASELINE.from()), Instant.ofEpochMilli(BASELINE.to()));

    private ExactRules() {}
}
