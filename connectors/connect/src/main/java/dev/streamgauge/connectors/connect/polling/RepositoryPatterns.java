package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.settings.match.Glob;
import java.util.List;

/** Names and patterns of repositories, as people write them. {@code *} stands for anything within a part of the name, {@code **} for any parts. */
public record RepositoryPatterns(List<String> patterns) {

    public RepositoryPatterns {
        patterns = List.copyOf(patterns);
    }

    private static boolean isName(String pattern) {
        return !pattern.contains("*");
    }

    /** Whether one of them fits. Case does not matter, as it does not to providers. */
    public boolean fit(String repository) {
        return patterns.stream().anyMatch(pattern -> Glob.ofPath(pattern).matches(repository));
    }

    /** The owners of the patterns that are no names: whose lists of repositories have to be read. */
    public List<String> owners() {
        return patterns.stream()
                .filter(pattern -> !isName(pattern))
                .map(pattern -> pattern.substring(0, Math.max(0, pattern.indexOf('/'))))
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .toList();
    }

    /** Those that are names. */
    public List<String> names() {
        return patterns.stream().filter(RepositoryPatterns::isName).toList();
    }
}
