package dev.streamgauge.checks.drills;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A cable between clients and one broker, which can be damaged. */
final class Cable implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;

    private final ServerSocket here;
    private final int there;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile Damage damage = Damage.NONE;

    /** What is wrong with it. */
    enum Damage {
        /** All goes through. */
        NONE,
        /** Connections end, and new ones end at once. */
        CUT,
        /** Connections stay, new ones are taken, and nothing comes out. */
        SILENT,
        /** All comes 200 ms late. */
        LATE,
        /** At most 64 KiB go through in a second. */
        NARROW,
        /** All connections are reset, again and again. */
        RESETS
    }

    /**
     * Carries from now on.
     *
     * @param here the port of loopback that clients call
     * @param there the broker's
     */
    Cable(int here, int there) throws IOException {
        this.here = new ServerSocket(here, 50, InetAddress.getLoopbackAddress());
        this.there = there;
        run("cable", this::accept);
        run("cable-resets", this::reset);
    }

    /** From now on it is like that. What had to wait until now goes on. */
    void suffer(Damage next) {
        damage = next;
        if (next == Damage.CUT) {
            ends.forEach(Cable::close);
        }
    }

    private static void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!here.isClosed()) {
            try {
                connect(here.accept());
            } catch (IOException e) {
                pause(10); // It is closed, or the broker is away.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (damage == Damage.CUT) {
            close(client);
            return;
        }
        Socket broker = new Socket(InetAddress.getLoopbackAddress(), there);
        client.setTcpNoDelay(true);
        broker.setTcpNoDelay(true);
        ends.add(client);
        ends.add(broker);
        run("cable-up", () -> carry(client, broker));
        run("cable-down", () -> carry(broker, client));
    }

    private void carry(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                hinder(read);
                out.write(chunk, 0, read);
            }
        } catch (IOException e) {
            // The other direction ends too, by the sockets that are closed here.
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private void hinder(int bytes) {
        while (damage == Damage.SILENT) {
            pause(20);
        }
        if (damage == Damage.LATE) {
            pause(200);
        } else if (damage == Damage.NARROW) {
            pause(bytes * 1_000L / (64 * 1024));
        }
    }

    private void reset() {
        while (!here.isClosed()) {
            pause(500);
            if (damage == Damage.RESETS) {
                ends.forEach(Cable::reset);
            }
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0); // Its end is a reset then.
        } catch (SocketException e) {
            return; // It is closed.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Override
    public void close() {
        try {
            here.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        ends.forEach(Cable::close);
    }
}
