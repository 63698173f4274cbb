package dev.streamgauge.schemas.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * How the registry is reached.
 *
 * @param urls without a trailing slash
 * @param credentials null: none
 * @param tls null: the JVM's
 * @param retry for how long a call is repeated
 * @param timeout how long one attempt may take
 */
record RegistrySettings(List<URI> urls, Credentials credentials, SSLContext tls, Duration retry, Duration timeout) {

    static RegistrySettings from(Map<String, ?> config) {
        return new RegistrySettings(
                urls(config),
                Credentials.from(config),
                RegistryTls.from(config),
                millis(config, WireConfig.RETRY_MS, 60_000),
                millis(config, WireConfig.REQUEST_TIMEOUT_MS, 10_000));
    }

    static String text(Map<String, ?> config, String key) {
        Object value = config.get(key);
        if (value instanceof org.apache.kafka.common.config.types.Password password) {
            return password.value();
        }
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Objects::toString).toList());
        }
        String text = Objects.toString(value, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static List<URI> urls(Map<String, ?> config) {
        String text = text(config, WireConfig.URL);
        if (text == null) {
            throw new RegistryConfigException("No schema registry is configured: set " + WireConfig.URL
                    + ", for example to http://localhost:8081");
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(RegistrySettings::url)
                .toList();
    }

    // The message leaves the address out when it may hold a password.
    private static URI url(String text) {
        if (text.contains("@")) {
            throw new RegistryConfigException(WireConfig.URL + " must hold no credentials: set "
                    + WireConfig.CREDENTIALS_SOURCE + "=USER_INFO and " + WireConfig.USER_INFO);
        }
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        URI uri = trimmed.matches("(?i)https?://[\\w.:\\[\\]-]+[^\\s?#]*") ? parsed(trimmed) : null;
        if (uri == null || uri.getHost() == null) {
            throw new RegistryConfigException(
                    WireConfig.URL + ": '" + text + "' is not an address: it should look like http://host:8081");
        }
        return uri;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static Duration millis(Map<String, ?> config, String key, long otherwise) {
        String text = text(config, key);
        if (text == null) {
            return Duration.ofMillis(otherwise);
        }
        if (!text.matches("\\d{1,10}")) {
            throw new RegistryConfigException(key + ": '" + text + "' is not a number of milliseconds");
        }
        return Duration.ofMillis(Long.parseLong(text));
    }
}
