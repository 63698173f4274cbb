package dev.streamgauge.processors.aggregates;

import dev.streamgauge.processors.table.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a window counts.
 *
 * @param kind which aggregate
 * @param name of the repository, team or organisation
 * @param dimensions as its kind names them
 * @param start epoch milliseconds
 */
public record WindowKey(Kind kind, Scope scope, String name, List<String> dimensions, Window window, long start) {

    /** Stands for all values of a dimension. */
    public static final String ALL = "*";

    /** How many texts at the beginning of a row's key say whose window it is: its scope and its name. */
    public static final int OWNER_TEXTS = 2;

    /** Whose window it is. */
    public enum Scope {
        REPOSITORY,
        TEAM,
        ORGANISATION;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** Its name in public records. */
        public String label() {
            return label;
        }
    }

    /** The aggregates, with the names of their dimensions as they stand in the public keys; there, some have their metric behind them. */
    public enum Kind {
        LEAD_TIME("service", "environment", "ai_evidence", "profile"),
        MAIN_BRANCH("workflow", "profile"),
        TIME_TO_GREEN("workflow", "profile"),
        DEPLOYMENTS("service", "environment"),
        /** Deploys that count in the roll-ups of another repository; not published. */
        SHARED_DEPLOYMENTS("service", "environment"),
        FLOW("service", "environment", "ai_evidence"),
        THROUGHPUT("branch_class"),
        MERGE_QUEUE(),
        BUILD_TIMES("workflow", "job");

        private final String dimensions;

        Kind(String... dimensions) {
            this.dimensions = String.join(" ", dimensions);
        }

        /** The names of its dimensions, in the order of the public key. */
        public List<String> dimensions() {
            return DIMENSIONS.get(this);
        }
    }

    /** Taken apart once: they are asked for with each window. */
    private static final Map<Kind, List<String>> DIMENSIONS =
            Stream.of(Kind.values()).collect(Collectors.toUnmodifiableMap(kind -> kind, WindowKey::dimensions));

    private static List<String> dimensions(Kind kind) {
        return kind.dimensions.isEmpty() ? List.of() : List.of(kind.dimensions.split(" ", -1));
    }

    /** The hour, the day and the week of a repository that hold an instant. */
    public static List<WindowKey> of(Kind kind, String repository, List<String> dimensions, long at) {
        List<WindowKey> keys = new ArrayList<>(3);
        for (Window window : Window.tumbling()) {
            keys.add(new WindowKey(kind, Scope.REPOSITORY, repository, dimensions, window, window.startOf(at)));
        }
        return keys;
    }

    /** The first instant after it, epoch milliseconds; that of a baseline never comes. */
    public long end() {
        return window == Window.BASELINE ? Long.MAX_VALUE : start + window.lengthMs();
    }

    /** The key of its row. A lane has one baseline, whenever that began. */
    public Key key() {
        return window == Window.BASELINE ? baseline() : row(window).and(start);
    }

    /** The key of the row of its lane's baseline. */
    Key baseline() {
        return row(Window.BASELINE);
    }

    private Key row(Window length) {
        List<String> texts = texts();
        texts.add(length.label());
        return Key.of(texts);
    }

    /** What the keys of all windows of its dimensions begin with. */
    Key lane() {
        return Key.of(texts());
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>(dimensions.size() + 4);
        texts.addAll(List.of(scope.label(), name, kind.name()));
        texts.addAll(dimensions);
        return texts;
    }

    /** What the keys of all windows of a repository begin with. */
    public static Key ofRepository(String repository) {
        return Key.of(Scope.REPOSITORY.label()).and(repository);
    }
}
