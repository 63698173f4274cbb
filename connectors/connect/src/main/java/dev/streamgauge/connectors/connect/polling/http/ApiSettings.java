package dev.streamgauge.connectors.connect.polling.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How to call an API.
 *
 * @param base what every path is appended to, without a slash at its end: {@code https://api.github.com}
 * @param headers sent with every call, the credentials among them
 * @param timeout for one call
 * @param reserve of the calls that the provider allows per hour, so many are left to others who use the same credentials
 */
public record ApiSettings(URI base, Map<String, String> headers, Duration timeout, int reserve) {

    public ApiSettings {
        headers = Map.copyOf(headers);
        if (base.getHost() == null || base.getRawPath().endsWith("/")) {
            throw new IllegalArgumentException("The base of an API is an absolute address without a slash at its end");
        }
        if (timeout.isNegative() || timeout.isZero() || reserve < 0) {
            throw new IllegalArgumentException("A timeout is positive, and a reserve not negative");
        }
    }

    /** The headers are secret. */
    @Override
    public String toString() {
        return "ApiSettings[base=" + base + "]";
    }
}
