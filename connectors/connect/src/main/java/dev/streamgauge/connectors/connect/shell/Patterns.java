package dev.streamgauge.connectors.connect.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigValue;

/** Names and patterns of repositories, as people write them. */
final class Patterns {

    private Patterns() {}

    /** What is wrong with them, if anything. */
    static Optional<String> complaint(Flavour flavour, ConfigValue repositories) {
        if (flavour.user() || !(repositories.value() instanceof List<?> names)) {
            return Optional.empty();
        }
        return names.stream()
                .map(Object::toString)
                .filter(name -> !name.matches("[^/\\s*:?]+(/[^/\\s:]+)+"))
                .findFirst()
                .map("'%s' should be owner/name; only behind the first slash there may be a *"::formatted);
    }

    /** A task's share: each repository belongs to one task, and the big ones, which tend to be neighbours by name, to several. */
    static List<String> share(List<String> repositories, int task, int tasks) {
        return IntStream.range(0, repositories.size())
                .filter(i -> i % tasks == task)
                .mapToObj(repositories::get)
                .toList();
    }
}
