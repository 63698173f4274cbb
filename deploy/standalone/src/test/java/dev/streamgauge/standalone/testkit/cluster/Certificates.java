package dev.streamgauge.standalone.testkit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An authority, and certificates for this machine that it has signed.
 *
 * @param directory of all the files
 */
public record Certificates(Path directory) {

    public static final String PASSWORD = "certificates";

    private static final String CA = "ca";
    private static final String HERE = "san=ip:127.0.0.1,dns:localhost";

    /** New ones, in a directory that need not be there. */
    public static Certificates in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Certificates all = new Certificates(directory);
        all.keytool(CA, "-genkeypair -alias ca -keyalg EC -dname CN=authority -ext bc:c -validity 30");
        all.keytool(CA, "-exportcert -rfc -alias ca -file " + all.authority());
        all.keytool("trust", "-importcert -noprompt -alias ca -file " + all.authority());
        all.signed("broker", "-validity 30");
        return all;
    }

    private void signed(String name, String validity) {
        Path request = directory.resolve(name + ".csr");
        Path certificate = directory.resolve(name + ".pem");
        keytool(name, "-genkeypair -alias own -keyalg EC -dname CN=127.0.0.1");
        keytool(name, "-certreq -alias own -file " + request);
        keytool(
                CA,
                "-gencert -rfc -alias ca -ext %s -infile %s -outfile %s %s"
                        .formatted(HERE, request, certificate, validity));
        keytool(name, "-importcert -noprompt -alias ca -file " + authority());
        keytool(name, "-importcert -noprompt -alias own -file " + certificate);
    }

    private void keytool(String store, String arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ", -1)));
        command.addAll(List.of(
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store(store).toString()));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool %s: %s".formatted(arguments, said));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The authority's certificate, as clients that are not of Java want it. */
    public Path authority() {
        return directory.resolve("ca.pem");
    }

    /** Whoever trusts this file trusts the authority. */
    public Path trust() {
        return store("trust");
    }

    /** For a server: its key, and its certificate. */
    public Path broker() {
        return store("broker");
    }

    /** The same with a certificate whose time is over. It is made now. */
    public Path expired() {
        signed("expired", "-startdate -10d -validity 5");
        return store("expired");
    }

    private Path store(String name) {
        return directory.resolve(name + ".p12");
    }
}
