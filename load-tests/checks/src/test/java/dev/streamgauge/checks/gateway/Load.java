package dev.streamgauge.checks.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests over connections that stay open, one at a time each, as fast as they are answered. It costs as little as it can: it shares the machine. */
final class Load {

    private static final int CONNECTIONS = 32;
    private static final int END_OF_HEAD = ('\r' << 24) | ('\n' << 16) | ('\r' << 8) | '\n';

    private final List<byte[]> requests;

    Load(List<byte[]> requests) {
        this.requests = requests;
    }

    /** Sends so many; each must be answered 202. */
    void run(int port, int count) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            workers.add(threads.submit(() -> work(port, next, count)));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        threads.shutdown();
    }

    private Void work(int port, AtomicInteger next, int count) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            byte[] answer = new byte[4096];
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                socket.getOutputStream().write(requests.get(i % requests.size()));
                requireTaken(socket.getInputStream(), answer);
            }
        }
        return null;
    }

    // All answers have an empty body: one ends where its head ends.
    private static void requireTaken(InputStream in, byte[] answer) throws IOException {
        int length = 0;
        int last = 0;
        while (last != END_OF_HEAD) {
            int read = in.read(answer, length, answer.length - length);
            if (read < 0) {
                throw new IOException("The connection ended");
            }
            for (int i = length; i < length + read; i++) {
                last = (last << 8) | answer[i];
            }
            length += read;
        }
        if (answer[9] != '2' || answer[11] != '2') {
            throw new IOException("Answered " + new String(answer, 9, 3, US_ASCII));
        }
    }
}
