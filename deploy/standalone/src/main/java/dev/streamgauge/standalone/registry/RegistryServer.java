package dev.streamgauge.standalone.registry;

import com.sun.net.httpserver.HttpServer;
import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A schema registry on loopback. Subjects, versions and ids outlive it in its log. */
public final class RegistryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final int THREADS = 8;

    static {
        // Read once, when the JDK's server is loaded. Without the first, each answer waits 40 ms for an
        // acknowledgement.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "60");
    }

    private final HttpServer http;
    private final ExecutorService workers;
    private final EntryLog log;

    private RegistryServer(HttpServer http, ExecutorService workers, EntryLog log) {
        this.http = http;
        this.workers = workers;
        this.log = log;
    }

    /**
     * Starts a registry; it answers when this returns.
     *
     * @throws StandaloneException if the port is taken, or the log is damaged or not writable
     */
    public static RegistryServer start(RegistryConfig config) {
        HttpServer http = listen(config.port());
        State state = new State();
        EntryLog log;
        try {
            log = EntryLog.open(config.file(), state::apply);
        } catch (StandaloneException e) {
            http.stop(0);
            throw e;
        }
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, RegistryServer::worker);
        http.setExecutor(workers);
        http.createContext("/", new HttpDoor(Api.router(new Registry(state, log, config.defaultLevel()))));
        http.start();
        return new RegistryServer(http, workers, log);
    }

    /** The address for clients, http://host:port. */
    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Stops at once; what was acknowledged is on disk already. Safe to call twice. */
    @Override
    public void close() {
        http.stop(0);
        workers.shutdown();
        try {
            log.close();
        } catch (IOException e) {
            LOG.warn("Cannot close the registry's log", e);
        }
    }

    private static HttpServer listen(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (IOException e) {
            throw new StandaloneException(
                    "Cannot listen on 127.0.0.1:" + port + " (" + e.getMessage()
                            + "). Stop the program that uses the port, choose another port, or choose none to get a free one",
                    e);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "registry");
        thread.setDaemon(true);
        return thread;
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
