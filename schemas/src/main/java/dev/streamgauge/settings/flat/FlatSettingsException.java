package dev.streamgauge.settings.flat;

import java.util.List;

/** Settings that cannot be used. The message has a line for each mistake. */
public final class FlatSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    public FlatSettingsException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Each mistake: which setting, what is wrong, and what would be right. */
    public List<String> mistakes() {
        return mistakes;
    }
}
