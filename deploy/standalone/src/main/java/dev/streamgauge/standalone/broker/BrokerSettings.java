package dev.streamgauge.standalone.broker;

import java.util.HashMap;
import java.util.Map;

/** The settings of a broker that is alone and has to start fast. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private BrokerSettings() {}

    static Map<String, Object> of(BrokerConfig config, int[] ports) {
        Map<String, Object> settings = new HashMap<>();
        identity(settings, config);
        listeners(settings, ports[0], ports[1]);
        alone(settings);
        fast(settings);
        limits(settings);
        heartbeat(settings);
        settings.replaceAll(
                (name, value) -> value.toString()); // Kafka parses texts, but does not widen or narrow numbers.
        return settings;
    }

    private static void identity(Map<String, Object> settings, BrokerConfig config) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE_ID);
        settings.put("log.dirs", config.logs().toString());
        settings.put("metadata.log.dir", config.metadata().toString());
    }

    private static void listeners(Map<String, Object> settings, int brokerPort, int controllerPort) {
        String broker = "PLAINTEXT://" + Ports.LOOPBACK + ":" + brokerPort;
        String controller = Ports.LOOPBACK + ":" + controllerPort;
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
        settings.put("listeners", broker + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", broker);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    private static void alone(Map<String, Object> settings) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", 1);
            settings.put(topic + ".num.partitions", 4);
        }
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("share.coordinator.state.topic.min.isr", 1);
        settings.put("default.replication.factor", 1);
        settings.put("min.insync.replicas", 1);
        settings.put("auto.create.topics.enable", false);
    }

    private static void fast(Map<String, Object> settings) {
        settings.put("group.initial.rebalance.delay.ms", 0);
        for (String protocol : new String[] {"group.streams", "group.consumer"}) {
            settings.put(protocol + ".min.heartbeat.interval.ms", 500);
            settings.put(protocol + ".heartbeat.interval.ms", 500);
            settings.put(protocol + ".assignment.interval.ms", 0);
        }
        settings.put("group.streams.initial.rebalance.delay.ms", 0);
        settings.put("group.streams.min.session.timeout.ms", 1_000);
        settings.put("group.min.session.timeout.ms", 1_000);
        settings.put("num.network.threads", 2);
        settings.put("num.io.threads", 4);
        settings.put("background.threads", 2);
    }

    private static void limits(Map<String, Object> settings) {
        settings.put(
                "message.max.bytes", 4 * 1024 * 1024); // The greatest line, with its repository once more as the key.
        settings.put("log.segment.bytes", 128 * 1024 * 1024);
        settings.put("log.index.size.max.bytes", 1024 * 1024);
        settings.put("log.cleaner.dedupe.buffer.size", 4 * 1024 * 1024);
        settings.put("offsets.retention.minutes", 10 * 366 * 24 * 60); // A long pause between runs forgets nothing.
    }

    // Broker and controller live and die together, so a late heartbeat only tells of a machine that is loaded or was
    // paused. A broker that is shut out for it would lose its partitions for a moment, and with them the ends of
    // transactions; see FormerRun.
    private static void heartbeat(Map<String, Object> settings) {
        settings.put("broker.heartbeat.interval.ms", 500);
        settings.put("broker.session.timeout.ms", 60 * 60 * 1_000);
    }
}
