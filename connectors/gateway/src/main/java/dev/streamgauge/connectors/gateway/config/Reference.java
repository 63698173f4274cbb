package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.settings.flat.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
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
        List<String> names = new ArrayList<>();
        GROUPS.forEach(group -> addNames(names, group, ""));
        addNames(names, SourceConfig.class, SOURCE);
        addNames(names, TopicConfig.class, SOURCE);
        return names.stream().distinct().toList();
    }

    private static void addNames(List<String> names, Class<? extends Record> group, String prefix) {
        for (RecordComponent component : group.getRecordComponents()) {
            names.add(prefix + component.getAnnotation(Setting.class).name());
        }
    }

    /** All settings, and all schemes, as tables in Markdown. */
    static String markdown() {
        StringBuilder page = new StringBuilder("| setting | meaning | unless set |\n|---|---|---|\n");
        GROUPS.forEach(group -> rows(page, group, ""));
        rows(page, SourceConfig.class, SOURCE);
        rows(page, TopicConfig.class, SOURCE);
        page.append("\n| scheme | what the provider sends |\n|---|---|\n");
        for (Scheme scheme : Scheme.values()) {
            page.append("| `%s` | %s |\n".formatted(scheme.code(), scheme.meaning()));
        }
        return page.toString();
    }

    private static void rows(StringBuilder page, Class<? extends Record> group, String prefix) {
        for (RecordComponent component : group.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            if (page.indexOf("| `" + prefix + setting.name() + "` |") >= 0) {
                continue; // Both kinds of sources have it.
            }
            String usual = setting.otherwise().isEmpty() ? "" : "`" + setting.otherwise() + "`";
            page.append("| `%s%s` | %s | %s |\n".formatted(prefix, setting.name(), setting.meaning(), usual));
        }
    }
}
