package dev.streamgauge.processors.testkit;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.pushed;
import static dev.streamgauge.processors.testkit.Cast.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Events of so few commits, requests, builds and deploys that they contradict each other all the time. */
public final class RandomHistory {

    private static final int COMMITS = 9;
    private static final List<String> STATES = List.of("draft", "open", "closed", "merged");
    private static final List<String> EVIDENCE =
            Arrays.asList("agent-authored", "assisted", "no-evidence", "no-evidence", null, null);
    private static final List<String> OUTCOMES = List.of("success", "success", "failure", "timed_out", "cancelled");

    private final Random random;
    private final Random delays;
    private final Random signs;

    public RandomHistory(long seed) {
        this.random = new Random(seed);
        this.delays = new Random(seed);
        this.signs = new Random(seed);
    }

    public List<Telling> events(int count) {
        return IntStream.range(0, count).mapToObj(i -> received(event())).toList();
    }

    /** Only builds, and of few runs: so each of them is told again and again, otherwise each time. */
    public List<Telling> builds(int count) {
        return IntStream.range(0, count).mapToObj(i -> build()).toList();
    }

    /** Taken in within the hour. */
    private Telling received(Telling telling) {
        SpecificRecord event = telling.event();
        Schema schema = event.getSchema();
        Instant occurred = (Instant) event.get(schema.getField("occurred_at").pos());
        event.put(schema.getField("received_at").pos(), occurred.plus(Duration.ofMinutes(delays.nextInt(60))));
        return telling;
    }

    private Telling event() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> push();
            case 2 -> review();
            case 3 -> build();
            case 4 -> incident();
            default -> deploy();
        };
    }

    private Telling push() {
        Committed[] commits = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> listed())
                .toArray(Committed[]::new);
        Pushed push = random.nextInt(3) > 0 ? landed(commits) : pushed(commits);
        push.at(time());
        if (random.nextBoolean()) {
            push.from(sha());
        }
        if (random.nextBoolean()) {
            push.position(random.nextInt(5));
        }
        if (random.nextInt(4) == 0) {
            push.part(1, 2).to(sha());
        }
        return push;
    }

    private Committed listed() {
        Committed commit = commit(sha()).shows(evidence());
        if (random.nextBoolean()) {
            commit.names(number());
        }
        if (random.nextBoolean()) {
            commit.authored(time());
        }
        if (random.nextInt(3) == 0) {
            commit.broughtBy(random.nextBoolean() ? commit.commit().getSha() : sha());
        }
        if (random.nextInt(4) == 0) {
            commit.pickedFrom(sha());
        }
        if (random.nextInt(4) == 0) {
            commit.reverts(sha());
        }
        if (random.nextInt(3) == 0) {
            commit.services(random.nextBoolean() ? "shop" : "cart").by(person());
        }
        if (random.nextBoolean()) {
            commit.parents(random.nextBoolean() ? new String[] {sha()} : new String[] {sha(), sha()});
        }
        return commit;
    }

    /** Builds and their jobs that wait, or did. */
    public List<Telling> waiting(int count) {
        return IntStream.range(0, count).mapToObj(i -> (Telling) waiting()).toList();
    }

    private Built waiting() {
        Built built = Cast.build("w" + random.nextInt(3), sha());
        if (random.nextBoolean()) {
            built.job(random.nextBoolean() ? "unit" : "lint");
        }
        if (random.nextBoolean()) {
            built.on(random.nextBoolean() ? "linux" : "arm");
        }
        if (random.nextBoolean()) {
            waiting(built);
        }
        return switch (random.nextInt(5)) {
            case 0 -> built.running().at(time());
            case 1 -> built.outcome("cancelled").at(time());
            case 2 -> built.waiting().at(time());
            default -> built.queued().at(time());
        };
    }

    private Telling review() {
        Reviewed review = request(number()).at(time()).into(branch()).state(STATES.get(random.nextInt(4)));
        review.by(null, evidence());
        if (random.nextBoolean()) {
            review.head(sha());
        }
        if (random.nextBoolean()) {
            review.commits(sha(), sha());
        }
        if (random.nextBoolean()) {
            review.from(branch());
        }
        return random.nextInt(3) == 0 ? discussed(review).merged(sha()) : discussed(review);
    }

    private Reviewed discussed(Reviewed review) {
        if (random.nextBoolean()) {
            review.author(person())
                    .reviewed(time(), person(), "human", random.nextBoolean() ? "approved" : "commented");
        }
        if (random.nextBoolean()) {
            review.opened(time()).ready(time()).enqueued(time());
        }
        if (random.nextInt(3) == 0) {
            review.dequeued(time()).reverts(number());
        }
        if (random.nextInt(6) == 0) {
            review.hotfix().fork(random.nextBoolean() ? Story.SHOP : "github.com/eve/shop");
        }
        return review;
    }

    /** Each may turn out to be long-lived. */
    private String branch() {
        return List.of("main", "main", "develop", "release", "a-topic").get(random.nextInt(5));
    }

    private String person() {
        return random.nextBoolean() ? "ann" : "bob";
    }

    private String evidence() {
        return EVIDENCE.get(signs.nextInt(EVIDENCE.size()));
    }

    private Telling build() {
        Built built = Cast.build("r" + random.nextInt(4), sha())
                .attempt(1 + random.nextInt(2))
                .outcome(outcome());
        if (random.nextInt(8) == 0) {
            built.branch("a-topic");
        }
        if (random.nextInt(8) == 0) {
            built.workflow("build");
        }
        if (random.nextInt(6) == 0) {
            built.trigger("merge_group");
        }
        if (random.nextInt(6) == 0) {
            built.job("unit");
        }
        if (random.nextBoolean()) {
            waiting(built);
        }
        return random.nextInt(8) == 0 ? built.running() : built.at(time());
    }

    private void waiting(Built built) {
        built.queued(time()).started(time());
        if (random.nextBoolean()) {
            built.ready(time());
        }
        if (random.nextInt(3) == 0) {
            built.approvalRequested(time());
        }
        if (random.nextInt(3) == 0) {
            built.approved(time());
        }
    }

    private Telling deploy() {
        Deployed deployed = Cast.deploy("D" + random.nextInt(5), sha())
                .attempt(1 + random.nextInt(2))
                .outcome(outcome().replace("timed_out", "failure"));
        if (random.nextInt(4) == 0) {
            deployed.to(random.nextBoolean() ? "shop" : "cart", random.nextBoolean() ? "staging" : "production");
        }
        if (random.nextBoolean()) {
            deployed.started(time());
        }
        if (random.nextInt(3) == 0) {
            deployed.requested(time());
        }
        if (random.nextInt(3) == 0) {
            deployed.approved(time()).created(time());
        }
        if (random.nextInt(4) == 0) {
            return deployed.state(List.of("pending", "waiting", "running").get(random.nextInt(3)))
                    .at(time());
        }
        return deployed.at(time());
    }

    private Telling incident() {
        Raised raised = Cast.incident("I" + random.nextInt(4)).at(time());
        if (random.nextInt(3) == 0) {
            raised.blames("D" + random.nextInt(5));
        }
        if (random.nextInt(3) == 0) {
            raised.sha(sha());
        }
        if (random.nextInt(3) == 0) {
            raised.hits(random.nextBoolean() ? "shop" : null, random.nextBoolean() ? "staging" : "production");
        }
        return random.nextInt(3) == 0 ? raised.resolved(random.nextBoolean() ? time() : null) : raised;
    }

    private String outcome() {
        return OUTCOMES.get(random.nextInt(OUTCOMES.size()));
    }

    private String sha() {
        return "c" + random.nextInt(COMMITS);
    }

    private String number() {
        return List.of("2", "9", "10", "11").get(random.nextInt(4));
    }

    private String time() {
        return "1%d:%d%d".formatted(random.nextInt(3), random.nextInt(6), random.nextInt(10));
    }
}
