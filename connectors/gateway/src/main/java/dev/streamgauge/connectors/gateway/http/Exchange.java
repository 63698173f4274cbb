package dev.streamgauge.connectors.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** A request that is answered once, by whoever has an answer first: its handling, or the clock. */
final class Exchange {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final long begun = System.nanoTime();
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile Scheduler.Task clock;

    Exchange(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    Request request() {
        return request;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** After this time it is done, unless the clock is set again, or there is an answer. */
    void setClock(Duration time, Runnable done) {
        stopClock();
        clock = request.getComponents().getScheduler().schedule(done, time.toMillis(), TimeUnit.MILLISECONDS);
        if (answered.get()) {
            stopClock();
        }
    }

    private void stopClock() {
        Scheduler.Task running = clock;
        if (running != null) {
            running.cancel();
        }
    }

    /**
     * Answers, unless somebody has.
     *
     * @param before done just before the sender learns of the answer, if it is the one
     */
    void answer(Answer answer, Runnable before) {
        if (answered.compareAndSet(false, true)) {
            stopClock();
            before.run();
            write(answer);
        }
    }

    private void write(Answer answer) {
        response.setStatus(answer.status());
        if (answer.status() == 405) {
            response.getHeaders().put(HttpHeader.ALLOW, "POST");
        }
        if (answer.retryAfter() > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, answer.retryAfter());
        }
        if (answer.closes()) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
        write(answer.text());
    }

    private void write(String text) {
        if (text.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
            callback.succeeded();
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        ByteBuffer bytes = UTF_8.encode(text + "\n");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
        Content.Sink.write(response, true, text + "\n", callback);
    }
}
