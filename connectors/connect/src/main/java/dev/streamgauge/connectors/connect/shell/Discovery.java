package dev.streamgauge.connectors.connect.shell;

import dev.streamgauge.connectors.connect.polling.Source;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.connector.ConnectorContext;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again which repositories there are, and has the tasks made anew when the list changes. */
final class Discovery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final Source source;
    private final ConnectorContext context;
    private final Duration interval;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile List<String> repositories = List.of();

    Discovery(Source source, ConnectorContext context, Duration interval) {
        this.source = source;
        this.context = context;
        this.interval = interval;
    }

    /** Looks once, and from then on in the background. */
    void start() {
        Duration pause = look(false);
        Thread thread = new Thread(() -> run(pause), "streamgauge-discovery");
        thread.setDaemon(true);
        thread.start();
    }

    /** The repositories, as far as they are known. */
    List<String> repositories() {
        return repositories;
    }

    private void run(Duration first) {
        Duration pause = first;
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            context.raiseError(e);
        }
    }

    private Duration look(boolean tell) {
        try {
            found(source.repositories(), tell);
            return interval;
        } catch (ApiException.Refused e) {
            throw new ConnectException("The list of repositories is refused: " + e.getMessage(), e);
        } catch (ApiException e) {
            LOG.warn("The list of repositories stays as it is for now: {}", e.getMessage());
            return AFTER_TROUBLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return interval;
        }
    }

    private void found(List<String> now, boolean tell) {
        boolean changed = !now.equals(repositories);
        repositories = List.copyOf(now);
        if (changed) {
            LOG.info("Polling {} repositories", now.size());
        }
        if (changed && tell) {
            context.requestTaskReconfiguration();
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        source.close();
    }
}
