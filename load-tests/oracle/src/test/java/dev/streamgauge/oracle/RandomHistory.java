package dev.streamgauge.oracle;

import static dev.streamgauge.oracle.Line.at;
import static dev.streamgauge.oracle.Line.build;
import static dev.streamgauge.oracle.Line.commit;
import static dev.streamgauge.oracle.Line.deploy;
import static dev.streamgauge.oracle.Line.incident;
import static dev.streamgauge.oracle.Line.landing;
import static dev.streamgauge.oracle.Line.push;
import static dev.streamgauge.oracle.Line.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A small history made to collide: few commits, few instants, few names. */
final class RandomHistory {

    private static final String[] OUTCOMES = {"success", "success", "failure", "timed_out", "cancelled"};

    private final Random random;

    private RandomHistory(Random random) {
        this.random = random;
    }

    static List<String> of(long seed, int events) {
        RandomHistory history = new RandomHistory(new Random(seed));
        List<String> lines = new ArrayList<>(Stream.of(
                        landing("08:00", "c3").with("before", "c1"),
                        deploy("08:05", "d0", "c3"),
                        request("08:00", "99", "open").with("enqueued_at", at("08:00")),
                        incident("08:30", "i0", "open"))
                .map(Line::toString)
                .toList());
        Stream.of(
                        build("09:00", "r0", "c3", "failure")
                                .with("queued_at", at("08:50"))
                                .with("started_at", at("08:55")),
                        build("09:30", "r0", "c3", "failure").with("attempt", 9))
                .map(Line::toString)
                .forEach(lines::add);
        while (lines.size() < events) {
            lines.add(history.event().toString());
        }
        return lines;
    }

    private Line event() {
        return switch (random.nextInt(7)) {
            case 0 ->
                push(time(), one("main", "main", "topic"), sha(), commits())
                        .with("before", maybe(sha()))
                        .with("position", maybe(random.nextInt(5)));
            case 1 -> someRequest();
            case 2, 3 -> someBuild();
            case 4 -> someOwner();
            case 5 -> someIncident();
            default ->
                deploy(time(), "d" + random.nextInt(9), sha())
                        .with("outcome", one("success", "success", "failure"))
                        .with("started_at", maybe(time()))
                        .with("approval_requested_at", maybe(time()))
                        .with("service", maybe(one("web", "shop")))
                        .with("environment", one("prod", "staging"));
        };
    }

    private Line someRequest() {
        return request(time(), number(), one("draft", "open", "closed", "merged"))
                .with("head_sha", maybe(sha()))
                .with("merge_sha", maybe(sha()))
                .with("opened_at", maybe(time()))
                .with("enqueued_at", maybe(time()))
                .with("dequeued_at", maybe(time()))
                .with("source_branch", maybe(one("develop", "main", "topic")))
                .with("target_branch", maybe(one("develop", "main", "release")))
                .with("default_branch", "main")
                .with("hotfix", maybe(random.nextBoolean()))
                .with("reverts_request", maybe(number()))
                .with("reviews", List.of(review()));
    }

    private JsonNode review() {
        return Line.review(time(), one("ann", "bob"), one("approved", "commented", "dismissed"))
                .json();
    }

    private Line someBuild() {
        return build(time(), "r" + random.nextInt(20), sha(), one(OUTCOMES))
                .with("attempt", 1 + random.nextInt(2))
                .with("queued_at", maybe(time()))
                .with("ready_at", maybe(time()))
                .with("started_at", maybe(time()));
    }

    private Line someOwner() {
        return Line.event("RepositoryOwned", time()).with("team", maybe(one("red", "blue")));
    }

    private Line someIncident() {
        return incident(time(), "i" + random.nextInt(5), one("open", "resolved"))
                .with("deploy_id", maybe("d" + random.nextInt(9)))
                .with("sha", maybe(sha()))
                .with("environment", maybe(one("prod", "staging")));
    }

    private Line[] commits() {
        return random.ints(random.nextInt(4), 0, 30)
                .distinct()
                .mapToObj(n -> commit("c" + n)
                        .parents(sha())
                        .with("authored_at", maybe(time()))
                        .with("brought_by", random.nextBoolean() ? null : one("c" + n, sha()))
                        .with("services", random.nextInt(4) > 0 ? null : List.of("shop"))
                        .with("picked_from", List.of(sha()))
                        .with("reverts", random.nextInt(4) > 0 ? List.of() : List.of(sha()))
                        .with("request", maybe(number())))
                .toArray(Line[]::new);
    }

    private String sha() {
        return "c" + random.nextInt(30);
    }

    private String number() {
        return Integer.toString(6 + random.nextInt(6));
    }

    private String time() {
        return Instant.parse("2026-03-01T20:00:00Z")
                .plusSeconds(120L * random.nextInt(300))
                .toString();
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Object maybe(Object value) {
        return random.nextBoolean() ? value : null;
    }
}
