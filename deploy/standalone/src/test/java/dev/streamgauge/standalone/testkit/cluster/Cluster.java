package dev.streamgauge.standalone.testkit.cluster;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Kafka as users run it: each node in a process of its own, on loopback. */
public final class Cluster implements Brokers {

    private static final Duration START = Duration.ofMinutes(2);

    private final Plan plan;
    private final List<OwnProcess> nodes;

    private Cluster(Plan plan, List<OwnProcess> nodes) {
        this.plan = plan;
        this.nodes = nodes;
    }

    /** Starts it, and returns when all nodes are there. */
    public static Cluster start(int nodes, Path directory) {
        return start(nodes, directory, Security.NONE, Map.of());
    }

    /**
     * The same, secured.
     *
     * @param settings further ones of each broker, by Kafka's names
     */
    public static Cluster start(int nodes, Path directory, Security security, Map<String, String> settings) {
        Plan plan = Plan.of(nodes, directory, security, settings);
        List<OwnProcess> processes = new ArrayList<>();
        for (int id = 1; id <= nodes; id++) {
            processes.add(new Node(id, plan).prepare());
        }
        Cluster cluster = new Cluster(plan, List.copyOf(processes));
        try {
            processes.forEach(OwnProcess::start);
            cluster.awaitAll();
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    @Override
    public void awaitAll() {
        try (Admin admin = Admin.create(admin())) {
            eventually(START, "all nodes are there", () -> alive(admin) == plan.nodes());
        }
    }

    private int alive(Admin admin) {
        nodes.stream().filter(node -> !node.isAlive()).findFirst().ifPresent(dead -> {
            throw new IllegalStateException("A node has ended: " + dead.says());
        });
        try {
            return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size();
        } catch (ExecutionException | TimeoutException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return plan.bootstrapServers();
    }

    /** Where clients begin that see each node behind the proxy at {@link #proxies}. */
    public String proxiedServers() {
        return plan.proxies().stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** The ports that clients of {@link #proxiedServers} call, in the order of the nodes. Nobody listens there unless the test does. */
    public List<Integer> proxies() {
        return plan.proxies();
    }

    /** Where a proxy finds the nodes, in their order. */
    public List<Integer> behindProxies() {
        return plan.behindProxy();
    }

    /** How to be somebody who may do everything. */
    public Map<String, Object> admin() {
        Map<String, Object> config = new HashMap<>(plan.security().admin());
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return config;
    }

    @Override
    public OwnProcess node(int id) {
        return nodes.get(id - 1);
    }

    public int size() {
        return nodes.size();
    }

    @Override
    public void close() {
        nodes.forEach(OwnProcess::close);
    }
}
