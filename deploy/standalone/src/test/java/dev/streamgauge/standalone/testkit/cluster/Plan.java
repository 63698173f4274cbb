package dev.streamgauge.standalone.testkit.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a cluster is to be like.
 *
 * @param directory of all of it
 * @param clients the ports for clients, one for each node
 * @param controllers the ports for controllers
 * @param behindProxy the ports for those who come through a proxy
 * @param proxies the ports that such clients are told: where somebody may put a proxy
 * @param settings further ones of each broker, by Kafka's names
 */
record Plan(
        Path directory,
        List<Integer> clients,
        List<Integer> controllers,
        List<Integer> behindProxy,
        List<Integer> proxies,
        Security security,
        Map<String, String> settings) {

    static Plan of(int nodes, Path directory, Security security, Map<String, String> settings) {
        List<Integer> ports = FreePorts.of(4 * nodes);
        return new Plan(
                directory,
                ports.subList(0, nodes),
                ports.subList(nodes, 2 * nodes),
                ports.subList(2 * nodes, 3 * nodes),
                ports.subList(3 * nodes, 4 * nodes),
                security,
                settings);
    }

    int nodes() {
        return clients.size();
    }

    String address(int node) {
        return "127.0.0.1:" + clients.get(node - 1);
    }

    String controller(int node) {
        return "127.0.0.1:" + controllers.get(node - 1);
    }

    String voters() {
        return all().mapToObj(node -> node + "@" + controller(node)).collect(Collectors.joining(","));
    }

    String bootstrapServers() {
        return all().mapToObj(this::address).collect(Collectors.joining(","));
    }

    private IntStream all() {
        return IntStream.rangeClosed(1, nodes());
    }
}
