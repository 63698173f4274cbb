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
