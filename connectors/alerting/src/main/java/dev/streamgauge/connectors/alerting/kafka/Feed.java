package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.schemas.Topics;

/**
 * What a thread reads.
 *
 * @param thread its name
 * @param what for people, at the beginning of a sentence
 * @param group the consumer group, in which it keeps its place
 */
record Feed(String thread, String what, String topic, String group) {

    /** What the names of all groups begin with, behind the prefix. */
    static final String GROUPS = "alerting";

    static Feed alerts(String receiver, String prefix) {
        return new Feed(
                "alerting-" + receiver,
                "Alerts for the receiver " + receiver,
                Topics.ALERTS.name(prefix),
                prefix + GROUPS + "-" + receiver);
    }

    /** What is to be kept in order for all receivers. */
    static Feed upkeep(String prefix) {
        return new Feed("alerting", "Alerts about receivers", Topics.ALERTS.name(prefix), prefix + GROUPS);
    }

    // No receiver can be named so: names have no dots.
    static Feed deploys(String receiver, String prefix) {
        return new Feed(
                "alerting-" + receiver,
                "Deploys for the receiver " + receiver,
                Topics.DEPLOY_FACTS.name(prefix),
                prefix + GROUPS + "-" + receiver + ".deploys");
    }
}
