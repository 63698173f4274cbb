package dev.streamgauge.connectors.alerting.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One POST.
 *
 * @param body JSON, sent as UTF-8
 * @param timeout for all of it
 */
public record Call(URI address, Map<String, String> headers, String body, Duration timeout) {

    public Call {
        headers = Map.copyOf(headers);
    }

    /** Whom it goes to, as it may be shown: paths and queries of receivers are often secrets. */
    String place() {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
