package dev.streamgauge.connectors.alerting.notices;

import java.util.Set;

/**
 * Says who hears of some alerts.
 *
 * @param receivers their names; none: nobody is told
 * @param goesOn whether the routes after it are asked too
 */
public record Route(Matcher matcher, Set<String> receivers, boolean goesOn) {

    public Route {
        receivers = Set.copyOf(receivers);
    }
}
