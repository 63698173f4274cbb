package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.Cursor;
import dev.streamgauge.connectors.connect.polling.Pages;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.Step;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.Undelivered;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has GitHub deliver again what our gateway did not take. GitHub never does so by itself, and only within three days. What is delivered again comes through the
 * gateway; the sweep itself tells what is missing.
 */
final class DeliverySweep implements PollStream {

    private static final String STREAM = "deliveries";

    /** A little less than GitHub allows. */
    private static final Duration REACH = Duration.ofDays(3).minusMinutes(10);

    private final Repo repo;
    private final String webhook;
    private final Clock clock;
    private final PollingMetrics metrics;
    private final SweepTeller teller;

    DeliverySweep(Repo repo, String webhook, Clock clock, PollingMetrics metrics) {
        this.repo = repo;
        this.webhook = webhook;
        this.clock = clock;
        this.metrics = metrics;
        this.teller = new SweepTeller(repo, repo.stream(STREAM));
    }

    @Override
    public StreamId id() {
        return repo.stream(STREAM);
    }

    /** Each sweep looks at all three days. */
    @Override
    public void resume(Cursor cursor) {}

    @Override
    public Step step() throws ApiException, InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SweepCount count = new SweepCount(now.minus(REACH));
        boolean ours = false;
        for (Json hook : Pages.all(repo.api(), repo.path("/hooks?per_page=100"))) {
            String url = hook.textOrNull("config", "url");
            if (url != null && url.startsWith(webhook)) {
                ours = true;
                sweep(repo.path("/hooks/" + hook.textOrNull("id") + "/deliveries"), count);
            }
        }
        // Where no webhook of the repository is ours, nothing was looked at: an organisation's may have failed.
        Undelivered found = ours ? count.result() : null;
        return new Step(ours ? teller.tell(found, now) : List.of(), Cursor.NONE, true, found);
    }

    private void sweep(String deliveries, SweepCount count) throws ApiException, InterruptedException {
        for (DeliveryStory story : stories(deliveries).values()) {
            boolean again = story.needsAnother(clock.instant());
            if (again) {
                repo.api().post(deliveries + "/" + story.latest() + "/attempts");
                metrics.redelivered(id(), story.guid());
            }
            count.add(story, again);
        }
    }

    /** The attempts of a delivery share its guid. */
    private Map<String, DeliveryStory> stories(String deliveries) throws ApiException, InterruptedException {
        Map<String, DeliveryStory> stories = new LinkedHashMap<>();
        URI next = repo.api().at(deliveries + "?per_page=100");
        while (next != null) {
            ApiReply page = repo.api().get(next, null);
            next = page.next();
            for (Json attempt :
                    page.body() == null ? List.<Json>of() : page.body().list()) {
                Instant at = deliveredAt(attempt);
                if (at.isBefore(clock.instant().minus(REACH))) {
                    return stories;
                }
                stories.computeIfAbsent(attempt.textOrNull("guid"), DeliveryStory::new)
                        .add(attempt, at);
            }
        }
        return stories;
    }

    private Instant deliveredAt(Json attempt) throws ApiException {
        try {
            return attempt.time("delivered_at");
        } catch (UnmappableException e) {
            throw new ApiException.Unavailable(id() + ": " + e.getMessage(), e);
        }
    }
}
