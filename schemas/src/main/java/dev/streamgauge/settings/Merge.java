package dev.streamgauge.settings;

import dev.streamgauge.settings.Setting.Fields;
import dev.streamgauge.settings.Setting.Items;
import dev.streamgauge.settings.Setting.Text;
import dev.streamgauge.settings.match.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays a user's settings over the defaults: fields one by one; lists are added to, and {@code -name} takes a default away. */
final class Merge {

    private final List<String> mistakes;

    Merge(List<String> mistakes) {
        this.mistakes = mistakes;
    }

    Setting of(Setting usual, Setting user) {
        if (usual == null) {
            return user;
        }
        if (user instanceof Text nothing && nothing.text() == null) {
            return usual;
        }
        if (usual instanceof Fields defaults && user instanceof Fields fields) {
            return fields(defaults, fields);
        }
        return usual instanceof Items defaults && user instanceof Items items ? items(defaults, items) : user;
    }

    private Fields fields(Fields usual, Fields user) {
        Map<String, Setting> merged = new LinkedHashMap<>(usual.fields());
        user.fields()
                .forEach((name, value) -> merged.put(name, of(usual.fields().get(name), value)));
        return new Fields(user.place(), merged);
    }

    private Items items(Items usual, Items user) {
        List<Setting> merged = new ArrayList<>(usual.items());
        for (Setting item : user.items()) {
            if (item instanceof Text text && text.text() != null && text.text().startsWith("-")) {
                takeAway(merged, text);
            } else {
                merged.add(item);
            }
        }
        return new Items(user.place(), merged);
    }

    private void takeAway(List<Setting> merged, Text wish) {
        Glob unwanted = Glob.ofName(wish.text().substring(1).strip());
        boolean found = merged.removeIf(
                item -> item instanceof Text text && text.text() != null && unwanted.matches(text.text()));
        if (!found) {
            mistakes.add(wish.place().mistake("is '%s', but no default is called so".formatted(wish.text())));
        }
    }
}
