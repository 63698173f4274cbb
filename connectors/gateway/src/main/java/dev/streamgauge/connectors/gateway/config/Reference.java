package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.settings.flat.SettingsTable;
import java.util.List;

/** The reference of the settings for {@code docs/gateway.md}, made from the records that hold them. */
final class Reference {

    private static final List<Class<? extends Record>> GROUPS = List.of(
            GatewayConfig.Listen.class,
            Tls.class,
            Limits.class,
            GatewayConfig.Keep.class,
            GatewayConfigReader.Rules.class);

    private static final String SOURCE = "source.<name>.";

    private Reference() {}

    /** The names of all settings, in the order of the documentation. */
    static List<String> names() {
        return settings().names();
    }

    private static SettingsTable settings() {
        SettingsTable table = new SettingsTable();
        GROUPS.forEach(group -> table.add(group, ""));
        return table.add(SourceConfig.class, SOURCE).add(TopicConfig.class, SOURCE);
    }

    /** All settings, and all schemes, as tables in Markdown. */
    static String markdown() {
        StringBuilder page = new StringBuilder(settings().markdown());
        page.append("\n| scheme | what the provider sends |\n|---|---|\n");
        for (Scheme scheme : Scheme.values()) {
            page.append("| `%s` | %s |\n".formatted(scheme.code(), scheme.meaning()));
        }
        return page.toString();
    }
}
