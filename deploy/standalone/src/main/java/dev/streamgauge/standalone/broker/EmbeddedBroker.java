package dev.streamgauge.standalone.broker;

import dev.streamgauge.standalone.StandaloneException;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * A real Kafka node in this JVM, broker and KRaft controller in one, on loopback only. Topics, offsets and transactions outlive it in its
 * directory. Two brokers on one directory destroy it: the caller holds a lock.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final ServerRun run;
    private final int port;
    private final String clusterId;

    private EmbeddedBroker(ServerRun run, int port, String clusterId) {
        this.run = run;
        this.port = port;
        this.clusterId = clusterId;
    }

    /**
     * Starts a broker and waits until clients can connect.
     *
     * @throws StandaloneException if the port is taken, or the directory is not usable
     */
    public static EmbeddedBroker start(BrokerConfig config) {
        boolean wasKilled = config.wasKilled();
        StartFailure last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int[] ports = Ports.brokerAndController(config.port());
            String clusterId = Storage.prepare(config);
            try {
                ServerRun run = run(config, BrokerSettings.of(config, ports), wasKilled);
                return new EmbeddedBroker(run, ports[0], clusterId);
            } catch (StartFailure e) {
                last = e;
                if (!e.isTakenPort()) {
                    break;
                }
            }
        }
        throw failed(config, last);
    }

    /** Where clients connect: host:port. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** The same for every start on one directory. */
    public String clusterId() {
        return clusterId;
    }

    /** Stops within some twenty seconds, whatever happens. Safe to call twice. */
    @Override
    public void close() {
        run.stop();
    }

    private static ServerRun run(BrokerConfig config, Map<String, Object> settings, boolean wasKilled)
            throws StartFailure {
        try {
            ServerRun run =
                    new ServerRun(new CombinedServer(new KafkaConfig(settings, false), wasKilled), config.onFatal());
            run.start();
            return run;
        } catch (ConfigException e) {
            throw new IllegalStateException("Kafka refuses our own settings", e);
        } catch (KafkaException e) {
            throw new StartFailure(e);
        }
    }

    private static StandaloneException failed(BrokerConfig config, StartFailure failure) {
        return new StandaloneException(
                "The embedded broker did not start in " + config.directory() + ": " + failure.getMessage()
                        + ". Its log says more; if the data is damaged, start with another data directory",
                failure);
    }
}
