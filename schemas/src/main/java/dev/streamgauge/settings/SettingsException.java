package dev.streamgauge.settings;

import java.util.List;

/** A configuration file that cannot be used. The message has a line for each mistake. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    public SettingsException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Each mistake: where it is, what it is, and what would be right. */
    public List<String> mistakes() {
        return mistakes;
    }
}
