package dev.streamgauge.checks.benchmark;

import dev.streamgauge.processors.queues.QueueName;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Repositories in which something waits in each of the eight queues, as it is told right now. */
final class BackedUp {

    /** How many queues there are. */
    static final int QUEUES_EACH = QueueName.values().length;

    private static final String LANDED = """
            {"type":"CommitPushed","repository":"%1$s","occurred_at":%2$d,"branch":"main","default_branch":"main",
            "before":"%3$s","after":"%4$s","commits":[{"sha":"%4$s"}]}""";
    private static final String DEPLOYED = """
            {"type":"DeployChanged","repository":"%1$s","occurred_at":%2$d,"deploy_id":"d0","environment":"production",
            "sha":"%3$s","state":"finished","outcome":"success","finished_at":%2$d}""";
    private static final String APPROVAL_OF_DEPLOY = """
            {"type":"DeployChanged","repository":"%1$s","occurred_at":%3$d,"deploy_id":"%2$s","environment":"production",
            "sha":"%4$s","state":"waiting","created_at":%3$d}""";
    private static final String BUILD = """
            {"type":"BuildChanged","repository":"%1$s","occurred_at":%3$d,"run_id":"%2$s","workflow":"ci","trigger":"pull_request",
            "branch":"b","default_branch":"main","sha":"%4$s","state":"%5$s","queued_at":%3$d}""";
    private static final String REQUEST = """
            {"type":"ReviewChanged","repository":"%1$s","occurred_at":%3$d,"request":"%2$s","state":"open","author":"a",
            "source_branch":"s","target_branch":"main","default_branch":"main","head_sha":"%4$s","opened_at":%3$d,"reviews":[%5$s]}""";
    private static final String REVIEW = "{\"reviewer\":\"r\",\"state\":\"%s\",\"submitted_at\":%d}";

    private final long landedAt;
    private final long since;

    BackedUp(Instant now) {
        this.landedAt = now.minus(Duration.ofMinutes(20)).toEpochMilli();
        this.since = now.minus(Duration.ofMinutes(10)).toEpochMilli();
    }

    /** The events of so many repositories. */
    Stream<SpecificRecord> events(int repositories) {
        return IntStream.range(0, repositories)
                .boxed()
                .flatMap(this::repository)
                .map(BackedUp::parsed);
    }

    private Stream<String> repository(int number) {
        String name = "github.com/acme/r" + number;
        return Stream.of(
                        List.of(
                                LANDED.formatted(name, landedAt, sha(0), sha(1)),
                                DEPLOYED.formatted(name, landedAt + 1, sha(1)),
                                LANDED.formatted(name, landedAt + 2, sha(1), sha(2)),
                                LANDED.formatted(name, landedAt + 3, sha(2), sha(3))),
                        twice(item -> APPROVAL_OF_DEPLOY.formatted(name, "d" + item, since, sha(item))),
                        twice(item -> BUILD.formatted(name, "q" + item, since, sha(item), "queued")),
                        twice(item -> BUILD.formatted(name, "w" + item, since, sha(item), "waiting")),
                        twice(item -> REQUEST.formatted(name, "1" + item, since, sha(10 + item), "")),
                        twice(item -> REQUEST.formatted(name, "2" + item, since, sha(20 + item), review("commented"))),
                        twice(item -> REQUEST.formatted(name, "3" + item, since, sha(30 + item), review("approved"))))
                .flatMap(List::stream);
    }

    private interface Item {
        String number(int item);
    }

    private static List<String> twice(Item items) {
        return List.of(items.number(2), items.number(3));
    }

    private String review(String state) {
        return REVIEW.formatted(state, since);
    }

    private static String sha(int number) {
        return "%040x".formatted(0xabc000 + number);
    }

    private static SpecificRecord parsed(String line) {
        try {
            return EventJson.parse(line.replace("\n", ""));
        } catch (BadEventException e) {
            throw new IllegalStateException(line, e);
        }
    }
}
