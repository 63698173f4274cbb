package dev.streamgauge.standalone.broker;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka's controller and broker as {@link KafkaRaftServer} puts them together, but with room between the start of the one and of the other. */
final class CombinedServer implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(CombinedServer.class);

    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;
    private final InetSocketAddress controllerAddress;
    private final boolean afterKill;

    /** Opens and checks the directories; {@link #startup} does the rest. */
    CombinedServer(KafkaConfig config, boolean afterKill) {
        this.afterKill = afterKill;
        Map<Integer, InetSocketAddress> voters =
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters());
        controllerAddress = voters.get(BrokerSettings.NODE_ID);
        var directories = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        String clusterId = directories._1().clusterId().orElseThrow();
        shared = new SharedServer(
                config,
                directories._1(),
                Time.SYSTEM,
                Server.initializeMetrics(config, Time.SYSTEM, clusterId),
                CompletableFuture.completedFuture(voters),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
    }

    @Override
    public void startup() {
        controller.startup();
        if (afterKill) {
            new FormerRun().forget(shared.loader(), controllerAddress);
        }
        broker.startup();
    }

    // The broker first: it says goodbye to the controller.
    @Override
    public void shutdown() {
        broker.shutdown();
        controller.shutdown();
    }

    @Override
    public void awaitShutdown() {
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
