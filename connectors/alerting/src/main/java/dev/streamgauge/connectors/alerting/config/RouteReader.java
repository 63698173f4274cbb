package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.connectors.alerting.notices.Route;
import dev.streamgauge.connectors.alerting.notices.Routes;
import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.settings.flat.Setting;
import dev.streamgauge.settings.flat.SettingsReader;
import dev.streamgauge.settings.flat.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which alerts go where. */
final class RouteReader {

    static final String ROUTE = AlertingConfig.PREFIX + "route.";
    static final String MATCH = "match.";
    private static final String NOBODY = "none";

    /** The routes by their names. */
    record Order(
            @Setting(
                    name = "routes",
                    meaning =
                            "The names of the routes, in the order in which they are asked. Left out: everybody hears of everything.")
            Texts names) {}

    /** One route, beside what it matches. */
    record Where(
            @Setting(
                    name = "receivers",
                    meaning = "Who hears of it: names of receivers, separated by commas, or `none`. Required.")
            Texts receivers,

            @Setting(
                    name = "continue",
                    otherwise = "false",
                    meaning = "Whether the routes after it are asked too, when it has matched.")
            Boolean goesOn) {}

    private final Map<String, String> given;
    private final SettingsReader reader;
    private final Set<String> receivers;

    RouteReader(Map<String, String> given, SettingsReader reader, Set<String> receivers) {
        this.given = given;
        this.reader = reader;
        this.receivers = receivers;
    }

    Routes read() {
        Texts order = reader.read(Order.class, AlertingConfig.PREFIX).names();
        List<Route> routes = new ArrayList<>();
        for (String name : order == null ? List.<String>of() : order.all()) {
            routes.add(route(ROUTE + name + "."));
        }
        unnamed(order == null ? List.of() : order.all());
        return new Routes(routes);
    }

    // A route that is left out of the order would silently do nothing.
    private void unnamed(List<String> named) {
        for (String name : given.keySet()) {
            String route =
                    name.startsWith(ROUTE) ? name.substring(ROUTE.length()).replaceAll("\\..*", "") : null;
            if (route != null && !named.contains(route)) {
                reader.know(name);
                reader.mistakes()
                        .add("%s: alerting.routes does not name '%s', so it would never be asked"
                                .formatted(name, route));
            }
        }
    }

    private Route route(String prefix) {
        Where where = reader.read(Where.class, prefix);
        List<String> names =
                where.receivers() == null ? List.of() : where.receivers().all();
        if (where.receivers() == null && !given.containsKey(prefix + "receivers")) {
            reader.mistakes().add(prefix + "receivers is missing: names of receivers, or none");
        }
        names.stream()
                .filter(name -> !name.equals(NOBODY) && !receivers.contains(name))
                .forEach(name -> reader.mistakes()
                        .add("%sreceivers: there is no receiver '%s'%s".formatted(prefix, name, nearest(name))));
        return new Route(
                ReceiverReader.matcher(given, reader, prefix + MATCH),
                Set.copyOf(names),
                Boolean.TRUE.equals(where.goesOn()));
    }

    private String nearest(String name) {
        return receivers.isEmpty() ? "" : ", " + Names.suggest(name, receivers);
    }
}
