package dev.streamgauge.connectors.alerting.shell;

import dev.streamgauge.connectors.alerting.config.Reference;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.settings.flat.SettingsTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;

/** The definition of the connector's settings, in the order in which a form shows them. */
public final class Definition {

    private static final ConfigDef DEF = make();

    private Definition() {}

    public static ConfigDef get() {
        return new ConfigDef(DEF);
    }

    /** The field at which a mistake is told: the one whose name it begins with. */
    public static String field(String mistake) {
        return DEF.names().stream()
                .filter(mistake::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("type");
    }

    private static ConfigDef make() {
        ConfigDef def = new ConfigDef();
        List<SettingsTable.Entry> receiver = Reference.ofOneReceiver().entries();
        for (int i = 0; i < receiver.size(); i++) {
            SettingsTable.Entry entry = receiver.get(i);
            boolean secret = entry.type() == Secret.class || entry.name().equals("url");
            define(
                    def,
                    "Receiver",
                    i,
                    entry.name(),
                    secret ? ConfigDef.Type.PASSWORD : ConfigDef.Type.STRING,
                    entry.meaning());
        }
        List<String> registry = Stream.of(
                        WireConfig.URL, WireConfig.CREDENTIALS_SOURCE, WireConfig.USER_INFO, WireConfig.BEARER_TOKEN)
                .toList();
        for (int i = 0; i < registry.size(); i++) {
            String name = registry.get(i);
            boolean secret = name.equals(WireConfig.USER_INFO) || name.equals(WireConfig.BEARER_TOKEN);
            define(
                    def,
                    "Registry",
                    i,
                    name,
                    secret ? ConfigDef.Type.PASSWORD : ConfigDef.Type.STRING,
                    "How to reach the schema registry, named as in Confluent's clients");
        }
        return def;
    }

    private static void define(
            ConfigDef def, String group, int order, String name, ConfigDef.Type type, String meaning) {
        String words = name.replace('.', ' ');
        def.define(
                name,
                type,
                null,
                null,
                name.equals("type") || name.equals(WireConfig.URL)
                        ? ConfigDef.Importance.HIGH
                        : ConfigDef.Importance.MEDIUM,
                meaning.replace("`", ""),
                group,
                order + 1,
                ConfigDef.Width.MEDIUM,
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}
