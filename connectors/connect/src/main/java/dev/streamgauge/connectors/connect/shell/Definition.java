package dev.streamgauge.connectors.connect.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The definition of a connector's settings, in the order in which a form shows them. */
final class Definition {

    private static final Object REQUIRED = ConfigDef.NO_DEFAULT_VALUE;

    private final ConfigDef def = new ConfigDef();
    private final Flavour flavour;
    private String group = "";
    private int order;

    private Definition(Flavour flavour) {
        this.flavour = flavour;
    }

    static ConfigDef of(Flavour flavour) {
        Definition definition = new Definition(flavour);
        definition.access();
        definition.scope();
        definition.rules();
        definition.pace();
        definition.kafka();
        return definition.def;
    }

    private void access() {
        group("Access");
        Object url = flavour.url() == null ? REQUIRED : flavour.url();
        define(Keys.URL, ConfigDef.Type.STRING, url, Checks.url(), Importance.HIGH, "The base address of the API");
        if (flavour.user()) {
            define(Keys.USER, ConfigDef.Type.STRING, REQUIRED, Checks.notEmpty(), Importance.HIGH, "The user");
        }
        define(
                Keys.TOKEN,
                ConfigDef.Type.PASSWORD,
                REQUIRED,
                null,
                Importance.HIGH,
                flavour.words().token());
    }

    private void scope() {
        group("Scope");
        String what = flavour.words().repository();
        list(Keys.REPOSITORIES, List.of(), Importance.HIGH, "The " + what + ", names or patterns with *");
        list(
                Keys.ORGANISATIONS,
                List.of(),
                Importance.HIGH,
                "All of the " + what + " of these " + flavour.words().organisation());
        list(Keys.EXCLUDED, List.of(), Importance.MEDIUM, "Patterns of those that are left out all the same");
        define(Keys.ARCHIVED, ConfigDef.Type.BOOLEAN, false, null, Importance.LOW, "Whether archived ones are asked");
        number(Keys.DISCOVERY, 15, 1, "How often patterns and organisations are looked up again, in minutes");
        define(
                Keys.STREAMS,
                ConfigDef.Type.LIST,
                List.of(),
                Checks.among(flavour.streams()),
                Importance.MEDIUM,
                "Which streams are polled; none named: all");
    }

    private void rules() {
        group("Meaning");
        text(Keys.RULES, Importance.MEDIUM, "The path of doors.yaml on the workers; empty: the usual rules");
        if (flavour.streams().contains("deliveries")) {
            text(
                    Keys.WEBHOOK,
                    Importance.MEDIUM,
                    "The gateway's public address. Failed deliveries to it are asked for again; empty: none are");
        }
    }

    private void pace() {
        group("Pace");
        define(
                Keys.SINCE,
                ConfigDef.Type.STRING,
                "",
                Checks.timeOrEmpty(),
                Importance.MEDIUM,
                "Begin here, when there are no offsets: 2026-01-31 or 2026-01-31T00:00:00Z; empty: a week ago");
        number(Keys.INTERVAL, 60, 1, "Between two passes of a stream, in seconds");
        number(Keys.LOOKBACK, 72, 1, "How far back things are looked at again that may have changed unseen, in hours");
        number(Keys.TIMEOUT, 30, 1, "For one call, in seconds");
        number(Keys.RESERVE, 500, 0, "So many calls of the limit per hour are left to others with the same token");
    }

    private void kafka() {
        group("Kafka");
        define(
                Keys.PREFIX,
                ConfigDef.Type.STRING,
                "streamgauge.",
                Checks.topicPrefix(),
                Importance.MEDIUM,
                "Before the names of the event topics");
    }

    private void group(String name) {
        group = name;
        order = 0;
    }

    private void list(String name, List<String> otherwise, Importance importance, String doc) {
        define(name, ConfigDef.Type.LIST, otherwise, null, importance, doc);
    }

    private void text(String name, Importance importance, String doc) {
        define(name, ConfigDef.Type.STRING, "", null, importance, doc);
    }

    private void number(String name, int otherwise, int least, String doc) {
        define(name, ConfigDef.Type.INT, otherwise, ConfigDef.Range.atLeast(least), Importance.LOW, doc);
    }

    private void define(
            String name, ConfigDef.Type type, Object otherwise, Validator check, Importance importance, String doc) {
        ConfigDef.Recommender known = name.equals(Keys.STREAMS) ? new Known(flavour.streams()) : null;
        def.define(
                name,
                type,
                otherwise,
                check,
                importance,
                doc,
                group,
                ++order,
                Width.MEDIUM,
                title(name),
                List.of(),
                known);
    }

    private static String title(String name) {
        String words = name.replace('.', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Shown by forms to choose from. */
    private record Known(List<String> values) implements ConfigDef.Recommender {

        @Override
        public List<Object> validValues(String name, Map<String, Object> config) {
            return List.copyOf(values);
        }

        @Override
        public boolean visible(String name, Map<String, Object> config) {
            return true;
        }
    }
}
