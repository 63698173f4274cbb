package dev.streamgauge.settings.flat;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a process is going to listen.
 *
 * @param setting that says so
 */
public record Listener(String setting, Address address) {

    /** Which of them cannot all be had, a line for each pair. */
    public static List<String> clashes(List<Listener> listeners) {
        List<String> clashes = new ArrayList<>();
        for (int i = 0; i < listeners.size(); i++) {
            for (Listener other : listeners.subList(i + 1, listeners.size())) {
                if (listeners.get(i).address().overlaps(other.address())) {
                    clashes.add(listeners.get(i).clash(other));
                }
            }
        }
        return clashes;
    }

    private String clash(Listener other) {
        return "%s (%s) and %s (%s) are the same port of this machine: set another one for either"
                .formatted(setting, address, other.setting, other.address);
    }
}
