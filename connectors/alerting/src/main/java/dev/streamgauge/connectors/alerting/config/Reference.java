package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.settings.flat.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * A setting.
     *
     * @param type of its value
     * @param otherwise empty: there is no usual value, or not for all kinds of receivers
     */
    public record Entry(String name, Class<?> type, String otherwise, String meaning) {}

    /** The settings of one receiver, and of the network, without a prefix. */
    public static List<Entry> ofOneReceiver() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        RECEIVERS.forEach(group -> add(entries, group, ""));
        add(entries, Network.class, "");
        return List.copyOf(entries.values());
    }

    private static List<Entry> all() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        GENERAL.forEach(group -> add(entries, group, AlertingConfig.PREFIX));
        RECEIVERS.forEach(group -> add(entries, group, AlertingConfig.PREFIX + RECEIVER));
        add(entries, RouteReader.Where.class, AlertingConfig.PREFIX + ROUTE);
        List<Entry> found = new ArrayList<>(entries.values());
        found.add(
                new Entry(
                        RouteReader.ROUTE + "<name>." + RouteReader.MATCH + "<field>",
                        String.class,
                        "",
                        "Patterns with `*`, separated by commas, one of which the alert's field must match; all fields that are named must. Left out: every alert is meant."));
        return found;
    }

    /** The names of all settings, in the order of the documentation. */
    static List<String> names() {
        return all().stream().map(Entry::name).toList();
    }

    private static void add(Map<String, Entry> entries, Class<? extends Record> group, String prefix) {
        for (RecordComponent component : group.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting == null) {
                add(entries, component.getType().asSubclass(Record.class), prefix);
            } else {
                boolean differs = setting.name().equals("url"); // Its usual value depends on the kind.
                entries.putIfAbsent(
                        setting.name(),
                        new Entry(
                                prefix + setting.name(),
                                component.getType(),
                                differs ? "" : setting.otherwise(),
                                setting.meaning()));
            }
        }
    }

    /** All settings as a table in Markdown. */
    static String markdown() {
        StringBuilder page = new StringBuilder("| setting | meaning | unless set |\n|---|---|---|\n");
        all().forEach(entry -> page.append("| `%s` | %s | %s |\n"
                .formatted(
                        entry.name(),
                        entry.meaning(),
                        entry.otherwise().isEmpty() ? "" : "`" + entry.otherwise() + "`")));
        return page.toString();
    }
}
