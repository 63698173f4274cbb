package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;

/** What a history tells of one repository, sorted by kind, for the tests that look for a case in it. */
record Told(List<SpecificRecordBase> events, String repository) {

    <T extends SpecificRecordBase> List<T> all(Class<T> kind) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(event -> event.get(2).equals(repository))
                .toList();
    }

    List<CommitPushed> landings() {
        return all(CommitPushed.class).stream()
                .filter(push -> push.getBranch() != null && push.getBranch().equals(push.getDefaultBranch()))
                .toList();
    }

    List<ReviewChanged> merged() {
        return all(ReviewChanged.class).stream()
                .filter(review -> review.getState().equals("merged"))
                .toList();
    }

    /** The snapshots of one request. */
    List<ReviewChanged> of(String request) {
        return all(ReviewChanged.class).stream()
                .filter(review -> review.getRequest().equals(request))
                .toList();
    }

    /** The numbers of the requests. */
    Stream<String> requests() {
        return all(ReviewChanged.class).stream().map(ReviewChanged::getRequest).distinct();
    }

    List<BuildChanged> mainBuilds() {
        return all(BuildChanged.class).stream().filter(this::onMain).toList();
    }

    private boolean onMain(BuildChanged build) {
        return build.getJob() == null
                && build.getState().equals("finished")
                && Set.of("push", "schedule").contains(build.getTrigger())
                && build.getBranch() != null
                && build.getBranch().equals(build.getDefaultBranch())
                && (build.getHeadRepository() == null
                        || build.getHeadRepository().equals(repository));
    }

    List<DeployChanged> successes() {
        return all(DeployChanged.class).stream()
                .filter(deploy -> "success".equals(deploy.getOutcome()))
                .toList();
    }

    /** The commits that are surely on main: what landings moved it to, and what says that it brought itself. */
    Set<String> onMain() {
        Set<String> main = new HashSet<>();
        for (CommitPushed landing : landings()) {
            main.add(landing.getAfter());
            landing.getCommits().stream()
                    .filter(commit -> commit.getSha().equals(commit.getBroughtBy()))
                    .forEach(commit -> main.add(commit.getSha()));
        }
        return main;
    }

    Set<String> listed() {
        return commits().map(Commit::getSha).collect(Collectors.toSet());
    }

    Stream<Commit> commits() {
        return all(CommitPushed.class).stream().flatMap(push -> push.getCommits().stream());
    }

    String service(DeployChanged deploy) {
        return Objects.requireNonNullElse(deploy.getService(), Alphabet.ownService(repository));
    }

    String lane(DeployChanged deploy) {
        return service(deploy) + " in " + deploy.getEnvironment();
    }

    static Instant finish(DeployChanged deploy) {
        return Objects.requireNonNullElse(deploy.getFinishedAt(), deploy.getOccurredAt());
    }

    /** Whether one key has two different values, nulls apart. */
    static <T> boolean disagree(Collection<T> items, Function<T, ?> key, Function<T, ?> value) {
        return groups(items, key).values().stream()
                .anyMatch(same -> same.stream()
                                .map(value)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        > 1);
    }

    /** Whether two items of one key are related so. */
    static <T> boolean pair(Collection<T> items, Function<T, ?> key, BiPredicate<T, T> related) {
        return groups(items, key).values().stream()
                .anyMatch(same -> same.stream()
                        .anyMatch(one -> same.stream().anyMatch(other -> one != other && related.test(one, other))));
    }

    static <T> boolean any(Collection<T> items, Predicate<T> predicate) {
        return items.stream().anyMatch(predicate);
    }

    private static <T> Map<?, List<T>> groups(Collection<T> items, Function<T, ?> key) {
        return items.stream().filter(item -> key.apply(item) != null).collect(Collectors.groupingBy(key::apply));
    }
}
