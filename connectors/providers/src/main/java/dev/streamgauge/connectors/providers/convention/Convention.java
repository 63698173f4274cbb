package dev.streamgauge.connectors.providers.convention;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.rules.Place;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where something happened, for tools that do not know repositories. Two ways to say it: the sender's own notes (an annotation, custom data, a label) by the
 * names {@code repository}, {@code sha}, {@code service}, {@code environment}, {@code branch}, …; and the places of {@code doors.yaml}. Notes go first: they
 * travel with the thing.
 */
public final class Convention {

    private static final Pattern CANONICAL = Pattern.compile("[^/\\s:@#]+\\.[^/\\s:@#]+(/[^/\\s#]+){2,}");

    private final UnaryOperator<String> notes;
    private final Place place;

    /**
     * What is said.
     *
     * @param notes the text under one of our names, or null
     * @param place the configured place; null: none
     */
    public Convention(UnaryOperator<String> notes, Place place) {
        this.notes = notes;
        this.place = place;
    }

    /** The canonical name for a URL or for {@code host/owner/name}; null for anything else. */
    public static String repository(String text) {
        if (text == null) {
            return null;
        }
        int slash = text.indexOf('/');
        return CANONICAL.matcher(text).matches()
                ? RepositoryName.of(text.substring(0, slash), text.substring(slash + 1))
                : RepositoryName.ofUrl(text);
    }

    /** The text under a name; null if it is not there or blank. */
    public String text(String name) {
        String text = notes.apply(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The repository; null: unknown. */
    public String repository() {
        String noted = repository(text("repository"));
        return noted == null && place != null ? place.repository() : noted;
    }

    /** The full hash; null: unknown, or not a full one. */
    public String sha() {
        return Sha.full(text("sha"));
    }

    /** The service; null: not said. */
    public String service() {
        String noted = text("service");
        return noted == null && place != null ? place.service() : noted;
    }

    /** The environment; null: not said. */
    public String environment() {
        String noted = text("environment");
        return noted == null && place != null ? place.environment() : noted;
    }

    /** The service of an incident: without a service of its own it is that of the repository, which is called as the repository. Null: no repository is known. */
    public String incidentService() {
        String service = service();
        String repository = repository();
        return service == null && repository != null ? repository.substring(repository.lastIndexOf('/') + 1) : service;
    }
}
