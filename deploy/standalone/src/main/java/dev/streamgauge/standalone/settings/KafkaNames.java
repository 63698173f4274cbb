package dev.streamgauge.standalone.settings;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;

/** What Kafka calls its clients' settings. */
final class KafkaNames {

    /** What Kafka Streams decides itself, so that each event counts once. */
    static final Set<String> STREAMS_OWN = Set.of(
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);

    private KafkaNames() {}

    static Set<String> producer() {
        return without(ProducerConfig.configNames());
    }

    static Set<String> consumer() {
        return without(ConsumerConfig.configNames());
    }

    static Set<String> admin() {
        return without(AdminClientConfig.configNames());
    }

    static Set<String> all() {
        Set<String> names = producer();
        names.addAll(consumer());
        names.addAll(admin());
        return names;
    }

    /** Whether a setting is about who a client is, and how it proves it. */
    static boolean saysWhoItIs(String name) {
        return name.startsWith("security.") || name.startsWith("sasl.") || name.startsWith("ssl.");
    }

    /** Those of TLS. */
    static Set<String> ssl() {
        ConfigDef ssl = new ConfigDef();
        SslConfigs.addClientSslSupport(ssl);
        return ssl.names();
    }

    // The brokers are the same for every client.
    private static Set<String> without(Set<String> names) {
        Set<String> own = new TreeSet<>(names);
        own.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        return own;
    }
}
