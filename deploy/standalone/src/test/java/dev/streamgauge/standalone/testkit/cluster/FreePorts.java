package dev.streamgauge.standalone.testkit.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of loopback that nobody uses. No connection gets them from the kernel either: some are left alone for a while before they are used. */
public final class FreePorts {

    /** Below those that Linux gives to who does not choose. */
    private static final int FIRST = 12_000;

    private static final int MANY = 20_000;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(MANY));

    private FreePorts() {}

    /** So many different ones, which nobody of this process has been given before. */
    public static List<Integer> of(int count) {
        List<Integer> found = new ArrayList<>();
        for (int asked = 0; asked < MANY && found.size() < count; asked++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), MANY);
            if (isFree(port)) {
                found.add(port);
            }
        }
        if (found.size() < count) {
            throw new IllegalStateException("There are no free ports");
        }
        return List.copyOf(found);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
