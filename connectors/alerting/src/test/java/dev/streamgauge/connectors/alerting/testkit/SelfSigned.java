package dev.streamgauge.connectors.alerting.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for this machine that nobody has signed but itself.
 *
 * @param store with its key; whoever trusts this file trusts it
 */
public record SelfSigned(Path store) {

    public static final String PASSWORD = "receiver";

    private static final String OPTIONS =
            "-genkeypair -keyalg EC -alias receiver -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -storetype PKCS12";

    /** A new one, in a file of this directory. */
    public static SelfSigned in(Path directory) throws IOException, InterruptedException {
        Path store = directory.resolve("receiver.p12");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(OPTIONS.split(" ")));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
        int status =
                new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        if (status != 0) {
            throw new IOException("keytool ended with " + status);
        }
        return new SelfSigned(store);
    }

    /** For a server that shows it. */
    SSLContext context() throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }
}
