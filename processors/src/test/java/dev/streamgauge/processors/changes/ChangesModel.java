package dev.streamgauge.processors.changes;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.Links;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The joins of docs/metrics.md, section 1, word by word over all events at once; places and bringers are taken as they were found. */
final class ChangesModel {

    private final List<ReviewChanged> reviews;
    private final List<Commit> said;
    private final Map<String, CommitNode> commits;

    ChangesModel(List<Telling> events, Collection<CommitNode> commits) {
        this.reviews = all(events, ReviewChanged.class);
        this.said = all(events, CommitPushed.class).stream()
                .flatMap(push -> push.getCommits().stream())
                .toList();
        this.commits = commits.stream().collect(Collectors.toMap(CommitNode::sha, Function.identity()));
    }

    private static <T> List<T> all(List<Telling> events, Class<T> type) {
        return events.stream()
                .map(Telling::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** "#1 subject a1 08:00 [shop] reverts [#2] shows assisted", in the order of the changes. */
    List<String> changes() {
        Map<String, Map<String, String>> landings = landings();
        Set<String> ids = new TreeSet<>(landings.keySet());
        requests().stream().filter(number -> !carrier(number)).forEach(number -> ids.add(id(number)));
        return ids.stream()
                .map(id -> told(id, landings.getOrDefault(id, Map.of())))
                .toList();
    }

    Set<String> carriers() {
        return requests().stream().filter(this::carrier).collect(Collectors.toCollection(TreeSet::new));
    }

    private String told(String id, Map<String, String> landings) {
        CommitNode first = landings.keySet().stream()
                .map(commits::get)
                .min(comparing(CommitNode::position))
                .orElse(null);
        Set<String> telling = telling(id);
        return "%s %s %s %s %s reverts %s shows %s"
                .formatted(
                        id,
                        first == null ? null : landings.get(first.sha()),
                        first == null ? null : first.sha(),
                        of(telling)
                                .map(Commit::getAuthoredAt)
                                .filter(Objects::nonNull)
                                .min(naturalOrder())
                                .orElse(null),
                        services(telling),
                        reverts(id),
                        evidence(id));
    }

    private String evidence(String id) {
        Set<String> said = Stream.concat(
                        of(telling(id)).map(Commit::getAiEvidence),
                        reviewsOf(id).map(ReviewChanged::getAiEvidence))
                .collect(Collectors.toSet());
        return Stream.of("agent-authored", "assisted", "no-evidence")
                .filter(said::contains)
                .findFirst()
                .orElse(null);
    }

    private Stream<Commit> of(Set<String> shas) {
        return said.stream().filter(commit -> shas.contains(commit.getSha()));
    }

    private Set<String> services(Set<String> shas) {
        List<List<String>> known =
                of(shas).map(Commit::getServices).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> reverts(String id) {
        Set<String> reverted = new TreeSet<>();
        of(telling(id)).flatMap(commit -> commit.getReverts().stream()).forEach(sha -> reverted.addAll(owners(sha)));
        reviewsOf(id)
                .map(ReviewChanged::getRevertsRequest)
                .filter(Objects::nonNull)
                .min(naturalOrder())
                .ifPresent(number -> reverted.add(id(number)));
        reverted.remove(id);
        return reverted;
    }

    Set<String> owners(String sha) {
        Set<String> ids = new TreeSet<>(landings().keySet());
        requests().forEach(number -> ids.add(id(number)));
        return ids.stream().filter(id -> owned(id).contains(sha)).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> owned(String id) {
        Set<String> owned = telling(id);
        owned.addAll(landings().getOrDefault(id, Map.of()).keySet());
        return owned;
    }

    /** The commits that a change owns, but for what it owns only because it was carried. */
    private Set<String> telling(String id) {
        Set<String> telling = new TreeSet<>();
        landings().getOrDefault(id, Map.of()).forEach((main, joinedBy) -> {
            if (!joinedBy.equals("carried")) {
                commits.values().stream()
                        .filter(node -> node.linked(Links.Kind.BRINGER).contains(main))
                        .forEach(node -> telling.add(node.sha()));
            }
        });
        requests().stream()
                .filter(number -> id.equals(id(number)) && !carrier(number))
                .forEach(number -> telling.addAll(claimed(number)));
        return telling;
    }

    /** Per change, its commits on main, and how each is joined. */
    private Map<String, Map<String, String>> landings() {
        Map<String, Map<String, String>> landings = new TreeMap<>();
        commits.values().stream()
                .filter(CommitNode::onMain)
                .forEach(node -> members(node)
                        .forEach((id, joinedBy) -> landings.computeIfAbsent(id, each -> new LinkedHashMap<>())
                                .put(node.sha(), joinedBy)));
        return landings;
    }

    private Map<String, String> members(CommitNode node) {
        String sha = node.sha();
        Map<String, String> found = find("merge_sha", number -> merged(number).contains(sha));
        if (found.isEmpty() && node.named() != null) {
            found = carrier(node.named()) ? find("subject", node.named()::equals) : Map.of(id(node.named()), "subject");
        }
        if (found.isEmpty()) {
            found = find("listed", number -> listed(number).contains(sha));
        }
        Position position = node.position();
        return found.isEmpty() ? Map.of("@" + position.landing(), "push") : found;
    }

    private Map<String, String> find(String rule, Predicate<String> which) {
        Map<String, String> found = new TreeMap<>();
        for (String number : requests().stream().filter(which).toList()) {
            if (carrier(number)) {
                requests().stream()
                        .filter(each -> !carrier(each) && !disjoint(claimed(each), named(number)))
                        .forEach(each -> found.putIfAbsent(id(each), "carried"));
            } else {
                found.put(id(number), rule);
            }
        }
        return found;
    }

    private boolean carrier(String number) {
        String source = source(number);
        boolean elsewhere = reviews(number)
                .map(ReviewChanged::getHeadRepository)
                .filter(Objects::nonNull)
                .min(naturalOrder())
                .filter(repository -> !repository.equals(Story.SHOP))
                .isPresent();
        if (elsewhere
                || !longLived(source)
                || reviews(number).anyMatch(review -> source.equals(review.getTargetBranch()))) {
            return false;
        }
        boolean fromMain = reviews.stream().anyMatch(review -> source.equals(review.getDefaultBranch()));
        return fromMain || (!named(number).isEmpty() && named(number).stream().allMatch(this::isAFeatures));
    }

    private boolean isAFeatures(String sha) {
        return requests().stream().anyMatch(each -> claimed(each).contains(sha) && !longLived(source(each)));
    }

    private boolean longLived(String branch) {
        return branch != null
                && reviews.stream()
                        .anyMatch(review -> branch.equals(review.getDefaultBranch())
                                || (review.getState().equals("merged") && branch.equals(review.getTargetBranch())));
    }

    private String source(String number) {
        return reviews(number)
                .map(ReviewChanged::getSourceBranch)
                .filter(Objects::nonNull)
                .min(naturalOrder())
                .orElse(null);
    }

    private Set<String> named(String number) {
        return reviews(number).flatMap(ChangesModel::names).collect(Collectors.toSet());
    }

    private static Stream<String> names(ReviewChanged review) {
        return Stream.concat(review.getCommitShas().stream(), Stream.ofNullable(review.getHeadSha()));
    }

    private Set<String> merged(String number) {
        return reviews(number)
                .filter(review -> review.getState().equals("merged") && review.getMergeSha() != null)
                .map(ReviewChanged::getMergeSha)
                .collect(Collectors.toSet());
    }

    private Set<String> claimed(String number) {
        Set<String> claimed = new TreeSet<>(named(number));
        claimed.addAll(merged(number));
        return claimed;
    }

    private Set<String> listed(String number) {
        return reviews(number)
                .filter(review -> review.getState().equals("merged")
                        && review.getTargetBranch() != null
                        && review.getTargetBranch().equals(review.getDefaultBranch()))
                .flatMap(ChangesModel::names)
                .collect(Collectors.toSet());
    }

    private static boolean disjoint(Set<String> a, Set<String> b) {
        return a.stream().noneMatch(b::contains);
    }

    private Set<String> requests() {
        return reviews.stream().map(ReviewChanged::getRequest).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<ReviewChanged> reviews(String number) {
        return reviews.stream().filter(review -> review.getRequest().equals(number));
    }

    private Stream<ReviewChanged> reviewsOf(String id) {
        return reviews.stream().filter(review -> id(review.getRequest()).equals(id));
    }

    private static String id(String number) {
        return "#" + number;
    }
}
