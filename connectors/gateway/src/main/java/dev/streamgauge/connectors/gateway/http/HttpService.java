package dev.streamgauge.connectors.gateway.http;

import dev.streamgauge.connectors.gateway.config.GatewayConfig;
import dev.streamgauge.connectors.gateway.config.Tls;
import dev.streamgauge.operators.Vitals;
import dev.streamgauge.settings.flat.Address;
import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with two listeners: one for the world, one for those who operate it. */
public final class HttpService implements AutoCloseable {

    private static final int THREADS = 64;

    /** Most webhooks are read at once; a connection holds so much only while there is something to read. */
    private static final int READ_AT_ONCE = 32 * 1024;

    private final GatewayConfig config;
    private final Server server;
    private final ServerConnector webhooks;
    private final ServerConnector management;
    private final SlowHeads slowHeads;

    /**
     * What is behind the listeners.
     *
     * @param vitals for those who operate it
     */
    public record Behind(Handler webhooks, Vitals vitals) {}

    public HttpService(GatewayConfig config, Behind behind) {
        this.config = config;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("gateway");
        this.server = new Server(threads);
        this.webhooks = connector(config.listen().webhooks(), config.tls());
        this.management = connector(config.listen().management(), new Tls(null, null, null));
        this.slowHeads = new SlowHeads(config.limits().headerTimeout(), server.getScheduler());
        webhooks.addBean(slowHeads);
        server.addConnector(webhooks);
        server.addConnector(management);
        server.addBean(new NetworkConnectionLimit(config.limits().maxConnections(), webhooks));
        server.setErrorHandler(new EmptyErrors());
        server.setStopTimeout(config.limits().stopTimeout().toMillis());
        server.setHandler(new Entrance(new Stoppable(behind.webhooks()), new ManagementHandler(behind.vitals())));
    }

    /** Sends each request to the handler of its listener. */
    private final class Entrance extends Handler.Sequence {

        private final Handler forWebhooks;
        private final Handler forManagement;

        Entrance(Handler forWebhooks, Handler forManagement) {
            super(forWebhooks, forManagement);
            this.forWebhooks = forWebhooks;
            this.forManagement = forManagement;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            boolean managed = request.getConnectionMetaData().getConnector() == management;
            if (!managed) {
                slowHeads.begins(request);
            }
            return (managed ? forManagement : forWebhooks).handle(request, response, callback);
        }
    }

    /** While it stops, what has begun is finished, and everybody else is told to come again. */
    private static final class Stoppable extends GracefulHandler {

        Stoppable(Handler handler) {
            super(handler);
        }

        @Override
        protected void handleShutdownRejection(Request request, Response response, Callback callback) {
            new Exchange(request, response, callback).answer(Answer.busy(), () -> {});
        }
    }

    private ServerConnector connector(Address address, Tls tls) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setIdleTimeout(config.limits().idleTimeout().toMillis());
        HttpConnectionFactory factory = new HttpConnectionFactory(http);
        factory.setInputBufferSize(READ_AT_ONCE);
        ServerConnector connector =
                tls.isOn() ? new ServerConnector(server, ssl(tls), factory) : new ServerConnector(server, factory);
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(config.limits().idleTimeout().toMillis());
        return connector;
    }

    private static SslContextFactory.Server ssl(Tls tls) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStorePath(tls.keystore().toString());
        ssl.setKeyStoreType(tls.type());
        ssl.setKeyStorePassword(tls.password().reveal());
        return ssl;
    }

    /**
     * Begins to listen.
     *
     * @throws IOException if a port is taken, or the certificate cannot be used; the message says which
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Where webhooks are taken. */
    public int port() {
        return webhooks.getLocalPort();
    }

    /** Where the management answers. */
    public int managementPort() {
        return management.getLocalPort();
    }

    /** Takes no more requests, finishes those that have begun, and ends. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The gateway's listeners did not stop", e);
        }
    }
}
