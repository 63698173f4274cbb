package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.alerts.v1.Alert;
import java.util.List;

/** Who hears of which alert. The first route that matches decides. What no route matches, all hear: silence must be asked for. */
public record Routes(List<Route> routes) {

    public Routes {
        routes = List.copyOf(routes);
    }

    /** Whether an alert concerns a receiver. That another receiver fails, everybody else hears, whatever the routes say. */
    public boolean lead(Alert alert, String receiver) {
        if (Alerts.isAboutReceiver(alert)) {
            return !Alerts.isAbout(alert, receiver);
        }
        boolean matched = false;
        for (Route route : routes) {
            if (route.matcher().matches(alert)) {
                if (route.receivers().contains(receiver)) {
                    return true;
                }
                if (!route.goesOn()) {
                    return false;
                }
                matched = true;
            }
        }
        return !matched;
    }
}
