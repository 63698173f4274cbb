package dev.streamgauge.standalone.broker;

import dev.streamgauge.standalone.StandaloneException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback, tried before Kafka binds them: a taken controller port would end the JVM. */
final class Ports {

    /** The address that everything binds to. */
    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** Two different free ports; the first is the wanted one unless that is 0. */
    static int[] brokerAndController(int wanted) {
        try (ServerSocket broker = listen(wanted);
                ServerSocket controller = listen(0)) {
            return new int[] {broker.getLocalPort(), controller.getLocalPort()};
        } catch (IOException e) {
            throw new StandaloneException("Cannot listen on " + LOOPBACK + ": " + e.getMessage(), e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1);
            return socket;
        } catch (IOException e) {
            socket.close();
            if (port == 0) {
                throw e;
            }
            throw busy(port, e);
        }
    }

    private static StandaloneException busy(int port, IOException cause) {
        return new StandaloneException(
                "Cannot listen on " + LOOPBACK + ":" + port + " (" + cause.getMessage()
                        + "). Stop the program that uses the port, choose another port, or choose none to get a free one",
                cause);
    }
}
