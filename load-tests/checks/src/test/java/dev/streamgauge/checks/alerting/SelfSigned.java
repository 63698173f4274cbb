package dev.streamgauge.checks.alerting;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
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
record SelfSigned(Path store) {

    static final String PASSWORD = "receiver";

    static SelfSigned in(Path directory) throws IOException, InterruptedException {
        Path store = directory.resolve("receiver.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options =
                "-genkeypair -keyalg EC -alias receiver -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -storetype PKCS12";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("keytool ended with " + status);
        }
        return new SelfSigned(store);
    }

    DrillReceiver receiver() throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new DrillReceiver(server, "https");
    }
}
