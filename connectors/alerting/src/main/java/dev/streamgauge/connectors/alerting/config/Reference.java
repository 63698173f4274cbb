package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.settings.flat.SettingsTable;
import java.util.List;

/** The reference of the settings for {@code docs/alerting.md} and for forms, made from the records that hold them. */
public final class Reference {

    private static final String RECEIVER = "receiver.<name>.";
    private static final String ROUTE = "route.<name>.";

    private static final List<Class<? extends Record>> GENERAL =
            List.of(Network.class, AlertingConfig.Listen.class, RouteReader.Order.class);
    private static final List<Class<? extends Record>> RECEIVERS = List.of(
            ReceiverReader.Named.class,
            ReceiverConfig.Alertmanager.class,
            ReceiverConfig.PagerDuty.class,
            ReceiverConfig.Slack.class,
            ReceiverConfig.Webhook.class);

    private Reference() {}

    /** The settings of one receiver, and of the network, without a prefix. */
    public static SettingsTable ofOneReceiver() {
        return receivers(new SettingsTable(), "").add(Network.class, "");
    }

    private static SettingsTable all() {
        SettingsTable table = new SettingsTable();
        GENERAL.forEach(group -> table.add(group, AlertingConfig.PREFIX));
        return receivers(table, AlertingConfig.PREFIX + RECEIVER)
                .add(RouteReader.Where.class, AlertingConfig.PREFIX + ROUTE)
                .add(
                        new SettingsTable.Entry(
                                RouteReader.ROUTE + "<name>." + RouteReader.MATCH + "<field>",
                                String.class,
                                "",
                                "Patterns with `*`, separated by commas, one of which the alert's field must match; all fields that are named must. Left out: every alert is meant."));
    }

    private static SettingsTable receivers(SettingsTable table, String prefix) {
        RECEIVERS.forEach(group -> table.add(group, prefix));
        return table;
    }

    /** The names of all settings, in the order of the documentation. */
    static List<String> names() {
        return all().names();
    }

    /** All settings as a table in Markdown. */
    static String markdown() {
        return all().markdown();
    }
}
