package dev.streamgauge.settings;

import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.settings.Setting.Fields;
import dev.streamgauge.settings.Setting.Items;
import dev.streamgauge.settings.Setting.Place;
import dev.streamgauge.settings.Setting.Text;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes records of settings. A component is a text (a String, or a {@link Text} that knows its place), a record, a list or a map of these; what
 * is not given is null, or empty if it is a list or a map. A component that is a {@link Place} is no setting, but where the record stands; one that is a {@link Group} has no name.
 */
final class Binder {

    private final List<String> mistakes;

    Binder(List<String> mistakes) {
        this.mistakes = mistakes;
    }

    /** The name of a component in the file. */
    static String name(RecordComponent component) {
        Means means = component.getAnnotation(Means.class);
        if (means != null && !means.name().isEmpty()) {
            return means.name();
        }
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The record; null if it could not be made, and there are mistakes then. */
    <T extends Record> T record(Class<T> type, Setting setting) {
        if (!(setting instanceof Fields given)) {
            mistake(setting, "should have settings below it: " + String.join(", ", names(type)));
            return null;
        }
        List<String> known = names(type);
        given.fields().forEach((name, value) -> requireKnown(name, value, known));
        return filled(type, given);
    }

    private <T> T filled(Class<T> type, Fields given) {
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component -> component(component, given))
                .toArray();
        return make(type, values);
    }

    private void requireKnown(String name, Setting value, List<String> known) {
        if (!known.contains(name)) {
            mistakes.add(value.place().mistake("is no setting, " + Names.suggest(name, known)));
        }
    }

    private Object component(RecordComponent component, Fields given) {
        if (component.getType() == Place.class) {
            return given.place();
        }
        if (component.isAnnotationPresent(Group.class)) {
            return filled(component.getType(), given);
        }
        Setting value = given.fields().get(name(component));
        boolean absent = value == null || (value instanceof Text text && text.text() == null);
        Means means = component.getAnnotation(Means.class);
        if (absent && means != null && means.required()) {
            mistakes.add(given.place().mistake("needs '%s'".formatted(name(component))));
        }
        return absent ? nothing(component.getType()) : value(component.getGenericType(), value, means);
    }

    private static Object nothing(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        return type == Map.class ? Map.of() : null;
    }

    private Object value(Type type, Setting setting, Means means) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? list(element, setting, means) : map(element, setting, means);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Text.class) {
            String text = text(setting, means);
            return text == null ? null : new Text(setting.place(), text);
        }
        return plain.isRecord() ? record(plain.asSubclass(Record.class), setting) : text(setting, means);
    }

    private List<Object> list(Type element, Setting setting, Means means) {
        List<Object> list = new ArrayList<>();
        if (setting instanceof Items items) {
            items.items().forEach(item -> list.add(value(element, item, means)));
        } else if (means != null && means.orOne()) {
            list.add(value(element, setting, means));
        } else {
            mistake(setting, "should be a list");
        }
        list.removeIf(Objects::isNull);
        return List.copyOf(list);
    }

    private Map<String, Object> map(Type element, Setting setting, Means means) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (setting instanceof Fields fields) {
            fields.fields().forEach((name, value) -> map.put(name, value(element, value, means)));
        } else {
            mistake(setting, "should have names below it");
        }
        map.values().removeIf(Objects::isNull);
        return map;
    }

    private String text(Setting setting, Means means) {
        if (!(setting instanceof Text text)
                || text.text() == null
                || text.text().isBlank()) {
            mistake(setting, "should be a text that is not empty");
            return null;
        }
        String given = text.text().strip();
        if (means != null && !means.form().isEmpty() && !given.matches(means.form())) {
            mistake(setting, "should be " + means.expected());
        }
        return given;
    }

    private void mistake(Setting setting, String text) {
        mistakes.add(setting.place().mistake(text));
    }

    /** The names of the settings of a record, in its order. */
    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Place.class)
                .flatMap(component -> component.isAnnotationPresent(Group.class)
                        ? names(component.getType()).stream()
                        : Stream.of(name(component)))
                .toList();
    }

    private static <T> T make(Class<T> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " refuses its settings", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no record of settings", e);
        }
    }
}
