package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.settings.flat.ClientSettings;
import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.settings.flat.Setting;
import java.util.Optional;

/**
 * Somebody who writes to a topic.
 *
 * @param group null: the usual one, which has the topics' prefix in its name
 */
public record TopicConfig(
        @Setting(name = "provider", meaning = "Who writes: the name of a provider. Required.")
        String provider,

        @Setting(
                name = "topic",
                meaning =
                        "A topic to read, one delivery a record, instead of an address to send to. Such a source has neither scheme nor secret: who may write to the topic is said by the ACLs of its cluster, and they are its only protection.")
        String topic,

        @Setting(
                name = "group",
                meaning =
                        "The consumer group that reads the topic. Left out: `<prefix>gateway-<name>`. It may read the topic and its group, and nothing else.")
        String group,

        @Setting(
                name = "from",
                otherwise = "earliest",
                meaning =
                        "Where a group begins that has not read the topic before: `earliest` with all that is still there, `latest` with what comes from now on.")
        From from,

        @Setting(
                name = "kafka.*",
                meaning =
                        "Settings of Kafka's consumer by their own names, for example `kafka.bootstrap.servers` of another cluster; then nothing of the own cluster's settings is used for it, passwords least of all. Secret.")
        ClientSettings kafka) {

    /**
     * The consumer group.
     *
     * @param prefix of the topics' names
     * @param source its name
     */
    public String group(String prefix, String source) {
        return group == null ? prefix + "gateway-" + source : group;
    }

    /** The brokers of the cluster that the topic is on; empty: that which the events go to. */
    public Optional<String> otherCluster() {
        return Optional.ofNullable(kafka.values().get("bootstrap.servers")).map(Secret::reveal);
    }
}
