package dev.streamgauge.connectors.gateway.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections on which the head of a request takes too long to arrive. Jetty's own limit starts anew with every byte; whoever sends one in a while
 * could hold a connection for hours.
 */
final class SlowHeads extends AbstractLifeCycle implements Connection.Listener {

    private static final byte[] ANSWER =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
    private static final long LOOK_EVERY_MS = 250;

    private final long mostNanos;
    private final Scheduler scheduler;
    private final Map<Connection, Head> heads = new ConcurrentHashMap<>();

    /** What is known of a connection that may be waiting for a head. */
    private static final class Head {
        private int requests;
        private long bytesBefore;
        private long since = System.nanoTime();
        private boolean begun = true; // A connection that says nothing at all is slow as well.

        synchronized void request() {
            requests++;
        }

        synchronized void completed(long bytes) {
            requests--;
            bytesBefore = bytes;
            begun = false;
        }

        synchronized boolean isSlow(long bytes, long most) {
            long now = System.nanoTime();
            if (requests == 0 && !begun && bytes > bytesBefore) {
                begun = true;
                since = now;
            }
            return requests == 0 && begun && now - since > most;
        }
    }

    SlowHeads(Duration most, Scheduler scheduler) {
        this.mostNanos = most.toNanos();
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) { // Not the layer of TLS beneath it.
            heads.put(connection, new Head());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        heads.remove(connection);
    }

    /** A head is complete. */
    void begins(Request request) {
        if (!(request.getConnectionMetaData() instanceof Connection connection)) {
            return;
        }
        Head head = heads.get(connection);
        if (head != null) {
            head.request();
            Request.addCompletionListener(request, failure -> head.completed(connection.getBytesIn()));
        }
    }

    @Override
    protected void doStart() {
        scheduler.schedule(this::look, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        heads.forEach((connection, head) -> {
            if (head.isSlow(connection.getBytesIn(), mostNanos) && heads.remove(connection) != null) {
                end(connection.getEndPoint());
            }
        });
        scheduler.schedule(this::look, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private static void end(EndPoint endPoint) {
        endPoint.write(Callback.from(endPoint::close, failure -> endPoint.close()), ByteBuffer.wrap(ANSWER));
    }
}
