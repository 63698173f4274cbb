package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.settings.Means;
import dev.streamgauge.settings.Settings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The reference of a configuration file, as a table in Markdown: from the record that validates it, and its defaults. */
final class Reference {

    private static final int SHORT = 4;

    private final List<String> rows =
            new ArrayList<>(List.of("| setting | what it means | by default |", "|---|---|---|"));

    private Reference() {}

    /** The table's lines. */
    static List<String> of(Class<? extends Record> type, String usual) {
        Reference reference = new Reference();
        reference.add("", type, Settings.read(type, usual, "the defaults", ""));
        return reference.rows;
    }

    private void add(String path, Class<?> type, Object defaults) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object usual = defaults == null ? null : value(component, defaults);
            String name = path + Settings.name(component);
            Means means = component.getAnnotation(Means.class);
            if (component.getGenericType() instanceof ParameterizedType generic) {
                addMany(name, means, generic, usual);
            } else if (component.getType().isRecord()) {
                row(name, means, "");
                add(name + ".", component.getType(), usual);
            } else {
                row(name, means, usual == null ? "" : "`" + usual + "`");
            }
        }
    }

    private void addMany(String name, Means means, ParameterizedType generic, Object usual) {
        boolean map = generic.getRawType() == Map.class;
        Type element = generic.getActualTypeArguments()[map ? 1 : 0];
        row(map ? name + ".<name>[]" : name + "[]", means, shown(usual));
        if (element instanceof Class<?> type && type.isRecord()) {
            add(name + "[].", type, null);
        }
    }

    private void row(String name, Means means, String usual) {
        rows.add("| `%s` | %s%s | %s |".formatted(name, means.value(), means.required() ? " Required." : "", usual));
    }

    private static String shown(Object usual) {
        if (usual instanceof Map<?, ?> map) {
            return map.isEmpty() ? "" : "the known ones";
        }
        if (!(usual instanceof List<?> list) || list.isEmpty()) {
            return "";
        }
        return list.size() > SHORT
                ? "the known ones"
                : String.join(", ", list.stream().map(text -> "`" + text + "`").toList());
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(Arrays.toString(record.getClass().getRecordComponents()), e);
        }
    }
}
