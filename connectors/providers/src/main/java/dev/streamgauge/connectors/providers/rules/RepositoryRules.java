package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.settings.match.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What is configured for repositories, and for other systems' names of them. */
final class RepositoryRules {

    private final List<Entry> entries;
    private final List<Naming> namings;

    private record Entry(
            Glob match, String defaultBranch, Map<String, List<Glob>> services, String releaseEnvironment) {

        static Entry of(DoorsFile.RepositoryEntry entry) {
            Map<String, List<Glob>> services = new LinkedHashMap<>();
            entry.services()
                    .forEach((service, paths) -> services.put(
                            service, paths.stream().map(Glob::ofPath).toList()));
            DoorsFile.Releases releases = entry.releasesAreDeploys();
            return new Entry(
                    Glob.ofName(entry.match()),
                    entry.defaultBranch(),
                    services.isEmpty() ? null : services,
                    releases == null ? null : releases.environment());
        }
    }

    private record Naming(String from, Glob match, Place place) {

        static Naming of(DoorsFile.PlaceEntry entry) {
            String repository = entry.repository().toLowerCase(Locale.ROOT);
            Place place = new Place(repository, entry.service(), entry.environment());
            return new Naming(entry.from().toLowerCase(Locale.ROOT), Glob.ofName(entry.match()), place);
        }
    }

    RepositoryRules(DoorsFile file) {
        this.entries = file.repositories().stream().map(Entry::of).toList();
        this.namings = file.places().stream().map(Naming::of).toList();
    }

    String defaultBranch(String repository) {
        return said(repository, Entry::defaultBranch);
    }

    String releaseEnvironment(String repository) {
        return said(repository, Entry::releaseEnvironment);
    }

    /** The services that these paths belong to; null if the paths are not known, or no services are configured. */
    List<String> services(String repository, List<String> paths) {
        Map<String, List<Glob>> services = paths == null ? null : said(repository, Entry::services);
        if (services == null) {
            return null;
        }
        List<String> touched = new ArrayList<>();
        services.forEach((service, patterns) -> {
            if (paths.stream().anyMatch(path -> patterns.stream().anyMatch(pattern -> pattern.matches(path)))) {
                touched.add(service);
            }
        });
        return touched;
    }

    Optional<Place> place(String provider, String name) {
        return namings.stream()
                .filter(naming -> naming.from().equals(provider)
                        && name != null
                        && naming.match().matches(name))
                .map(Naming::place)
                .findFirst();
    }

    private <T> T said(String repository, Function<Entry, T> what) {
        return entries.stream()
                .filter(entry -> entry.match().matches(repository))
                .map(what)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
