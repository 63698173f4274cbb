package dev.streamgauge.schemas.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** The registry's TLS settings: Kafka's own {@code ssl.*} settings behind {@link WireConfig#SSL_PREFIX}, so JKS, PKCS12 and PEM. */
final class RegistryTls {

    private RegistryTls() {}

    /** Null if nothing is configured: then the JVM's trust store holds. */
    static SSLContext from(Map<String, ?> config) {
        Map<String, Object> own = new HashMap<>();
        config.forEach((key, value) -> {
            if (key.startsWith(WireConfig.SSL_PREFIX + "ssl.") && value != null) {
                own.put(key.substring(WireConfig.SSL_PREFIX.length()), value);
            }
        });
        own.keySet().stream().filter(key -> key.endsWith(".location")).forEach(key -> requireFile(key, own.get(key)));
        return own.isEmpty() ? null : context(own);
    }

    private static void requireFile(String key, Object location) {
        if (!Files.isReadable(Path.of(location.toString()))) {
            throw new RegistryConfigException(WireConfig.SSL_PREFIX + key + ": cannot read " + location);
        }
    }

    private static SSLContext context(Map<String, Object> own) {
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            ConfigDef definition = new ConfigDef();
            SslConfigs.addClientSslSupport(definition);
            factory.configure(definition.parse(own));
            return factory.sslContext();
        } catch (KafkaException e) {
            throw new RegistryConfigException(
                    "The registry's TLS settings (" + WireConfig.SSL_PREFIX + "ssl.*) do not work: " + cause(e), e);
        }
    }

    private static String cause(Throwable e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + ": " + e.getCause().getMessage();
    }
}
