package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.landings.Links.Kind.REQUEST;

import dev.streamgauge.events.v1.ReviewChanged;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the requests that only carry other changes from one long-lived branch to another. What a snapshot can change is bounded by the
 * commits of its request, the requests that claim these, and, the one time that a branch turns out to be long-lived, the requests from it.
 */
final class Carriers {

    /**
     * What a snapshot has changed.
     *
     * @param flipped the requests that are carriers now (true), or no longer (false)
     * @param disowned the commits of these
     * @param rejoined the commits that may belong to other changes than before
     */
    record Outcome(Map<String, Boolean> flipped, Set<String> disowned, Set<String> rejoined) {}

    private final Requests requests;
    private final String repository;
    private final Function<String, CommitNode> commits;

    Carriers(String repository, Function<String, CommitNode> commits, Requests requests) {
        this.repository = repository;
        this.commits = commits;
        this.requests = requests;
    }

    /** Learns from a snapshot whose commits know of it already. */
    Outcome learn(ReviewChanged review) {
        Set<String> suspects = new LinkedHashSet<>();
        if (requests.learn(review)) {
            suspects.add(review.getRequest());
        }
        requests.learnBranches(review).forEach(branch -> suspects.addAll(requests.from(repository, branch)));
        Set<String> concerned = withClaimants(suspects);
        Map<String, Boolean> flipped = flip(concerned);
        Set<String> changed = new LinkedHashSet<>(withClaimants(flipped.keySet()));
        changed.addAll(concerned);
        changed.removeIf(
                number -> !flipped.containsKey(number) && !request(number).carrier());
        return new Outcome(flipped, commitsOf(flipped.keySet()), commitsOf(changed));
    }

    /** Some requests, and those that claim a commit of theirs. */
    private Set<String> withClaimants(Set<String> numbers) {
        Set<String> all = new LinkedHashSet<>(numbers);
        commitsOf(numbers).forEach(sha -> all.addAll(commits.apply(sha).linked(REQUEST)));
        return all;
    }

    private Set<String> commitsOf(Set<String> numbers) {
        Set<String> shas = new LinkedHashSet<>();
        numbers.forEach(number -> shas.addAll(request(number).commits()));
        return shas;
    }

    private Map<String, Boolean> flip(Set<String> numbers) {
        Map<String, Boolean> flipped = new LinkedHashMap<>();
        for (String number : numbers) {
            RequestNode request = request(number);
            boolean carries = carries(request);
            if (carries != request.carrier()) {
                requests.put(repository, request.carries(carries));
                flipped.put(number, carries);
            }
        }
        return flipped;
    }

    private boolean carries(RequestNode request) {
        Branch source = requests.longLived(repository, request.source());
        if (source == null || request.targets().contains(request.source())) {
            return false;
        }
        if (request.headRepository() != null && !request.headRepository().equals(repository)) {
            return false;
        }
        return source.main()
                || (!request.named().isEmpty() && request.named().stream().allMatch(this::isAnotherChanges));
    }

    /** Whether a request from a branch that is not long-lived claims a commit. */
    private boolean isAnotherChanges(String sha) {
        return commits.apply(sha).linked(REQUEST).stream()
                .anyMatch(
                        number -> requests.longLived(repository, request(number).source()) == null);
    }

    private RequestNode request(String number) {
        return requests.request(repository, number);
    }
}
