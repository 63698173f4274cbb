package dev.streamgauge.standalone.testkit.cluster;

import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
            format(file);
            return new OwnProcess(
                    OwnJvm.named("kafka.Kafka")
                            .heap("512m")
                            .flags("-Dlogback.configurationFile=logback.xml")
                            .flags(plan.security().flags())
                            .with(file.toString()),
                    directory.resolve("log.txt"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void format(Path file) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("format", "--config", file.toString(), "--cluster-id", CLUSTER_ID));
        plan.security().users().forEach(user -> arguments.addAll(List.of("--add-scram", user)));
        Path said = directory.resolve("format.txt");
        Process tool = OwnJvm.named("kafka.tools.StorageTool")
                .flags("-Dlogback.configurationFile=logback.xml")
                .with(arguments.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("Not formatted: " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
