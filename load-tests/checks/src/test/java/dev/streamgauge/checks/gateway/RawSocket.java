package dev.streamgauge.checks.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Sends any bytes at all, and reads what is answered. */
final class RawSocket {

    /** The other side ended the connection without an answer. */
    static final int NO_ANSWER = 0;

    private RawSocket() {}

    /** What was answered, whole. */
    record Answer(int status, String text) {}

    /** @param parts of the request; after each it listens for a moment whether there is an answer already */
    static Answer send(int port, byte[]... parts) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            for (byte[] part : parts) {
                write(socket, part);
            }
            return answer(socket);
        }
    }

    // Who is refused early may find that nobody reads the rest.
    private static void write(Socket socket, byte[] part) {
        try {
            socket.getOutputStream().write(part);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The answer says why.
        }
    }

    private static Answer answer(Socket socket) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            for (int letter = 0; letter >= 0 && !isWhole(answer); ) {
                letter = socket.getInputStream().read();
                if (letter >= 0) {
                    answer.write(letter);
                }
            }
        } catch (IOException e) {
            // What came before counts.
        }
        String text = answer.toString(ISO_8859_1);
        return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : NO_ANSWER, text);
    }

    private static boolean isWhole(ByteArrayOutputStream answer) {
        return answer.size() > 1 && answer.toString(ISO_8859_1).endsWith("\r\n\r\n");
    }
}
