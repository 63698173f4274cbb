package dev.streamgauge.connectors.alerting.config;

/** The kinds of receivers. */
public enum ReceiverType {
    /** Prometheus's Alertmanager, API v2. */
    ALERTMANAGER,
    /** PagerDuty, Events API v2. */
    PAGERDUTY,
    /** Slack, by an incoming webhook or by a bot. */
    SLACK,
    /** Anything that takes signed webhooks. */
    WEBHOOK
}
