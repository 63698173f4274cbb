package dev.streamgauge.settings.flat;

import java.util.List;

/** Several texts in one setting, separated by commas. */
public record Texts(List<String> all) {

    public Texts {
        all = List.copyOf(all);
    }
}
