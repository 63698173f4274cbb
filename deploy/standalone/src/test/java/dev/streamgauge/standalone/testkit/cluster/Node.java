package dev.streamgauge.standalone.testkit.cluster;

import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One of a cluster's nodes, broker and controller in one, as Kafka itself starts it: {@code kafka.Kafka server.properties}. */
final class Node {

    private static final String CLUSTER_ID = "c3RyZWFtZ2F1Z2UtdGVzdA";
    private static final String CONTROLLER = "CONTROLLER";

    private final int id;
    private final Plan plan;
    private final Path directory;

    /** @param id from 1 */
    Node(int id, Plan plan) {
        this.id = id;
        this.plan = plan;
        this.directory = plan.directory().resolve("node-" + id);
    }

    /** Prepares its directory; it can be started then. */
    OwnProcess prepare() {
        try {
            Files.createDirectories(directory);
            Path file = Files.writeString(directory.resolve("server.properties"), lines());
            format();
            return new OwnProcess(
                    OwnJvm.of(kafka.Kafka.class)
                            .heap("512m")
                            .flags("-Dlogback.configurationFile=logback.xml")
                            .with(file.toString()),
                    directory.resolve("log.txt"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void format() {
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(id)
                .setClusterId(CLUSTER_ID)
                .setIgnoreFormatted(true)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(data())
                .setDirectories(List.of(data()))
                .setHasDynamicQuorum(false)
                .setReleaseVersion(MetadataVersion.latestProduction());
        plan.security().prepare(formatter);
        try {
            formatter.run();
        } catch (Exception e) { // Kafka's method declares no narrower one.
            throw new IllegalStateException(e);
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private String lines() {
        Map<String, String> settings = new TreeMap<>();
        listeners(settings);
        replication(settings);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(id));
        settings.put("log.dirs", data());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("message.max.bytes", Integer.toString(8 * 1024 * 1024));
        settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        settings.putAll(plan.security().broker());
        settings.putAll(plan.settings());
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private void listeners(Map<String, String> settings) {
        String protocol = plan.security().protocol();
        String client = "CLIENT://" + plan.address(id);
        String cut = "CUT://127.0.0.1:" + plan.behindProxy().get(id - 1);
        settings.put("controller.quorum.voters", plan.voters());
        settings.put("listeners", client + "," + cut + "," + CONTROLLER + "://" + plan.controller(id));
        settings.put(
                "advertised.listeners",
                client + ",CUT://127.0.0.1:" + plan.proxies().get(id - 1));
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put(
                "listener.security.protocol.map",
                "CLIENT:%s,CUT:%s,%s:PLAINTEXT".formatted(protocol, protocol, CONTROLLER));
    }

    private void replication(Map<String, String> settings) {
        int replicas = Math.min(3, plan.nodes());
        String insync = Integer.toString(Math.max(1, replicas - 1));
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", Integer.toString(replicas));
            settings.put(topic + ".num.partitions", "6");
        }
        settings.put("transaction.state.log.min.isr", insync);
        settings.put("share.coordinator.state.topic.min.isr", insync);
        settings.put("default.replication.factor", Integer.toString(replicas));
        settings.put("min.insync.replicas", insync);
    }
}
