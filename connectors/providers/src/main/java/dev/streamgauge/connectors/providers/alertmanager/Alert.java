package dev.streamgauge.connectors.providers.alertmanager;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.schemas.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/** One alert. The labels {@code repository}, {@code service}, {@code environment} and {@code severity} say where it belongs; without a repository, the place of its service, application, job or name does. */
final class Alert {

    private static final String[] PLACED_BY = {"service", "app", "job", "alertname"};

    private final Json json;
    private final Convention where;

    Alert(Json json, DoorRules rules) {
        this.json = json;
        this.where = new Convention(
                name -> json.textOrNull("labels", name), place(json, rules).orElse(null));
    }

    private static Optional<Place> place(Json json, DoorRules rules) {
        for (String label : PLACED_BY) {
            String name = json.textOrNull("labels", label);
            Optional<Place> place = name == null ? Optional.empty() : rules.place("alertmanager", name);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    Convention where() {
        return where;
    }

    /** The same alert fires again later: with another beginning, it is another incident. */
    String id() throws UnmappableException {
        String told = json.textOrNull("fingerprint");
        return (told == null ? fingerprint() : told) + "@" + startsAt();
    }

    /** Old versions tell none: then it is the labels, which is what makes an alert that alert. */
    private String fingerprint() {
        StringBuilder labels = new StringBuilder();
        for (String name : new TreeSet<>(json.names("labels"))) {
            labels.append(name)
                    .append('=')
                    .append(json.textOrNull("labels", name))
                    .append('\n');
        }
        return ContentHash.of(labels.toString().getBytes(StandardCharsets.UTF_8));
    }

    boolean isResolved() throws UnmappableException {
        return json.text("status").equals("resolved");
    }

    Instant startsAt() throws UnmappableException {
        return json.time("startsAt");
    }

    /** Of an alert that fires, it is a time in the year 1, or when it would be forgotten: neither is its end. */
    Instant endsAt() throws UnmappableException {
        return isResolved() ? json.time("endsAt") : null;
    }

    String title() {
        String summary = json.textOrNull("annotations", "summary");
        return summary == null ? json.textOrNull("labels", "alertname") : summary;
    }

    String link() {
        return json.textOrNull("generatorURL");
    }
}
