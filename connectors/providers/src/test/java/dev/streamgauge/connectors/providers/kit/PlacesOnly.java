package dev.streamgauge.connectors.providers.kit;

import dev.streamgauge.connectors.providers.commits.MessageReader;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.CommitText;
import dev.streamgauge.connectors.providers.rules.Concern;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.connectors.providers.rules.Place;
import dev.streamgauge.connectors.providers.rules.RequestText;
import dev.streamgauge.events.v1.Commit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules that know places and default branches, and nothing else: what the providers without commits and people need. */
public final class PlacesOnly implements DoorRules {

    /** No rule at all. */
    public static final PlacesOnly NONE = new PlacesOnly(Map.of());

    private final Map<String, Place> places;

    /** Rules of places, by {@code provider:name}. */
    public PlacesOnly(Map<String, Place> places) {
        this.places = places;
    }

    /** Rules of one place. */
    public static PlacesOnly of(String provider, String name, Place place) {
        return new PlacesOnly(Map.of(provider + ":" + name, place));
    }

    @Override
    public Optional<Place> place(String provider, String name) {
        return Optional.ofNullable(places.get(provider + ":" + name));
    }

    @Override
    public String defaultBranch(String repository) {
        return "main";
    }

    @Override
    public String actorClass(Account account) {
        return null;
    }

    @Override
    public String evidence(RequestText request) {
        return null;
    }

    @Override
    public boolean isHotfix(RequestText request) {
        return false;
    }

    @Override
    public String revertsRequest(RequestText request, String repository) {
        return null;
    }

    @Override
    public boolean isIncident(List<String> labels) {
        return false;
    }

    @Override
    public Commit commit(String repository, CommitText text) {
        throw new UnsupportedOperationException("these providers tell of no commits");
    }

    @Override
    public Concern concern(List<String> labels) {
        return new Concern(null, null, null, null);
    }

    @Override
    public MessageReader messages() {
        return MessageReader.BARE;
    }

    @Override
    public String releaseEnvironment(String repository) {
        return null;
    }
}
