package dev.streamgauge.operators;

import java.util.Optional;

/**
 * What operators are answered, whichever server answers.
 *
 * @param status of HTTP
 * @param type the content type; null: not said
 * @param text ends with a line's end
 */
public record Page(int status, String type, String text) {

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    /** What a service answers at a path: {@code /livez}, {@code /readyz} and {@code /metrics}; anywhere else, where these are. */
    public static Page at(String path, Vitals vitals) {
        return switch (path) {
            case "/livez" -> of(vitals.dead().get(), "");
            case "/readyz" -> of(vitals.dead().get().or(vitals.waiting()), notes(vitals));
            case "/metrics" -> new Page(200, PROMETHEUS, vitals.metrics().get());
            default -> new Page(404, null, "there is /livez, /readyz and /metrics\n");
        };
    }

    private static Page of(Optional<String> trouble, String notes) {
        return new Page(trouble.isPresent() ? 503 : 200, null, trouble.orElse("ok") + "\n" + notes);
    }

    private static String notes(Vitals vitals) {
        StringBuilder text = new StringBuilder();
        vitals.notes().get().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }
}
