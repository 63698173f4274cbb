package dev.streamgauge.checks.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends deliveries, each until it is answered 2xx, as a provider with patience would, or its reconciling connector. */
final class Sender {

    private static final int THREADS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();

    Sender(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/webhooks/ours");
    }

    /** Begins; the future ends when all are taken. */
    Future<?> send(int deliveries) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            workers.add(threads.submit(() -> work(deliveries)));
        }
        Future<?> all = threads.submit(() -> {
            for (Future<?> worker : workers) {
                worker.get();
            }
            return null;
        });
        threads.shutdown();
        return all;
    }

    private Void work(int deliveries) throws InterruptedException {
        for (int i = next.getAndIncrement(); i < deliveries; i = next.getAndIncrement()) {
            byte[] body = HostileInputs.deploy("d-" + i, "");
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(10))
                    .header("X-Hub-Signature-256", Requests.signature(Requests.SECRET, body))
                    .header("Idempotency-Key", "d-" + i)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            untilTaken(request);
            taken.incrementAndGet();
        }
        return null;
    }

    private void untilTaken(HttpRequest request) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int status = attempt(request); status / 100 != 2; status = attempt(request)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not taken within " + PATIENCE + ", last answer " + status);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private int attempt(HttpRequest request) throws InterruptedException {
        long begun = System.nanoTime();
        int status = 0;
        try {
            status = http.send(request, BodyHandlers.discarding()).statusCode();
            slowest.accumulateAndGet((System.nanoTime() - begun) / 1_000_000, Math::max);
        } catch (IOException e) {
            // Nobody is there, or no longer.
        }
        answers.computeIfAbsent(status, unseen -> new AtomicInteger()).incrementAndGet();
        return status;
    }

    /** How many were answered 2xx so far. */
    int taken() {
        return taken.get();
    }

    /** The longest that an answer took, in milliseconds. */
    long slowest() {
        return slowest.get();
    }

    /** How often which status was answered; 0 stands for no answer. */
    Map<Integer, AtomicInteger> answers() {
        return answers;
    }
}
