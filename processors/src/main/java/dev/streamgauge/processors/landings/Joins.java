package dev.streamgauge.processors.landings;

import static dev.streamgauge.processors.landings.Links.Kind.LISTED_BY;
import static dev.streamgauge.processors.landings.Links.Kind.MERGE_OF;
import static dev.streamgauge.processors.landings.Links.Kind.REQUEST;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Says which changes the commits on main belong to (docs/metrics.md, section 1). It remembers what each carrier carries, so it is good for
 * one event only.
 */
final class Joins {

    private final String repository;
    private final Function<String, CommitNode> commits;
    private final Requests requests;
    private final Map<String, Set<String>> carried = new HashMap<>();

    Joins(String repository, Function<String, CommitNode> commits, Requests requests) {
        this.repository = repository;
        this.commits = commits;
        this.requests = requests;
    }

    /** What a commit belongs to: the first rule that finds a change holds. */
    Membership of(CommitNode commit) {
        if (!commit.onMain()) {
            return Membership.NONE;
        }
        Map<String, String> found = find(commit.linked(MERGE_OF), "merge_sha");
        if (found.isEmpty() && commit.named() != null) {
            found = find(List.of(commit.named()), "subject");
        }
        if (found.isEmpty()) {
            found = find(commit.linked(LISTED_BY), "listed");
        }
        return Membership.of(
                found.isEmpty() ? Map.of(repository + "@" + commit.position().landing(), "push") : found);
    }

    /** In the place of a carrier stand those that it carries; who is named itself is not carried. */
    private Map<String, String> find(List<String> numbers, String rule) {
        Map<String, String> found = new HashMap<>();
        for (String number : numbers) {
            RequestNode request = requests.request(repository, number);
            if (request.carrier()) {
                carriedBy(request).forEach(each -> found.putIfAbsent(id(each), Membership.CARRIED));
            } else {
                found.put(id(number), rule);
            }
        }
        return found;
    }

    private Set<String> carriedBy(RequestNode carrier) {
        return carried.computeIfAbsent(carrier.request(), number -> {
            Set<String> claiming = new LinkedHashSet<>();
            carrier.named().forEach(sha -> claiming.addAll(commits.apply(sha).linked(REQUEST)));
            claiming.removeIf(each -> requests.request(repository, each).carrier());
            return claiming;
        });
    }

    private String id(String number) {
        return Membership.requestId(repository, number);
    }
}
