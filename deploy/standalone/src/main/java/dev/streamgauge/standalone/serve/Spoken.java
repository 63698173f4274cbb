package dev.streamgauge.standalone.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;

/** Whether a broker that does not answer speaks something else than we do. Kafka's clients cannot tell: a wrong protocol looks to them like silence. */
final class Spoken {

    private static final int PATIENCE_MS = 3_000;

    private Spoken() {}

    /** What is wrong, and what to do; empty: nobody can be reached there, or it speaks as we do. */
    static Optional<String> otherwise(Map<String, Object> config) {
        String servers = String.valueOf(config.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        Object protocol = config.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
        String first = servers.split(",", -1)[0].strip();
        boolean tls = String.valueOf(protocol).endsWith("SSL");
        if (!tls && connects(first) && speaksTls(first)) {
            return Optional.of("%s speaks TLS, but kafka.security.protocol is %s: set it to SSL or SASL_SSL"
                    .formatted(first, protocol));
        }
        return Optional.empty(); // It may hang, or be a door in front of brokers that are away.
    }

    private static boolean connects(String address) {
        try (Socket socket = connect(address)) {
            return socket.isConnected();
        } catch (IOException | KafkaException e) {
            return false;
        }
    }

    private static boolean speaksTls(String address) {
        try (Socket plain = connect(address);
                SSLSocket socket = (SSLSocket) trusting()
                        .getSocketFactory()
                        .createSocket(plain, Utils.getHost(address), Utils.getPort(address), true)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.startHandshake();
            return true;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static Socket connect(String address) throws IOException {
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress(String.valueOf(Utils.getHost(address)), Utils.getPort(address)), PATIENCE_MS);
        return socket;
    }

    /** It is only asked which language is spoken; nothing is said. */
    private static SSLContext trusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication) {
            throw new UnsupportedOperationException("This is no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication) {
            // Whoever it is.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
