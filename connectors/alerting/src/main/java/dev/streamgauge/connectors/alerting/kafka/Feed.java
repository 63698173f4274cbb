package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.schemas.Topics;

/**
 * What a receiver's thread reads.
 *
 * @param receiver its name
 * @param what for people, at the beginning of a sentence
 * @param group the consumer group, in which it keeps its place
 */
record Feed(String receiver, String what, String topic, String group) {

    static Feed alerts(String receiver, String prefix) {
        return new Feed(receiver, "Alerts", Topics.ALERTS.name(prefix), prefix + "alerting-" + receiver);
    }

    // No receiver can be named so: names have no dots.
    static Feed deploys(String receiver, String prefix) {
        return new Feed(
                receiver, "Deploys", Topics.DEPLOY_FACTS.name(prefix), prefix + "alerting-" + receiver + ".deploys");
    }
}
