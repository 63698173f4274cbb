package dev.streamgauge.connectors.connect.polling.github;

import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.Undelivered;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.github.GitHubRepository;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.schemas.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Tells what a sweep found: the first one, each that found something else, and now and then one that did not. A thousand repositories, swept every minute, would
 * otherwise be a million events a day that say the same.
 */
final class SweepTeller {

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Repo repo;
    private final StreamId stream;
    private Undelivered told;
    private Instant toldAt;

    SweepTeller(Repo repo, StreamId stream) {
        this.repo = repo;
        this.stream = stream;
    }

    /** The event of a sweep that was begun now; none if it says nothing new. */
    List<SpecificRecord> tell(Undelivered found, Instant now) throws ApiException, InterruptedException {
        if (told != null && told.lacksAsMuchAs(found) && now.isBefore(toldAt.plus(AGAIN))) {
            return List.of();
        }
        SpecificRecord event = event(found, now);
        told = found;
        toldAt = now;
        return List.of(event);
    }

    private SpecificRecord event(Undelivered found, Instant now) throws ApiException, InterruptedException {
        byte[] named = (stream + " " + now).getBytes(StandardCharsets.UTF_8);
        SourceChecked look =
                Stamp.of(stream.provider(), ContentHash.of(named), now).look(repository());
        look.setCheckedSince(found.since());
        look.setMissingSince(found.earliest());
        look.setWaiting(found.waiting() + (long) found.asked());
        look.setLost(found.lost());
        return look;
    }

    private String repository() throws ApiException, InterruptedException {
        try {
            return GitHubRepository.of(repo.json(), DoorRules.usual()).name();
        } catch (UnmappableException e) {
            throw new ApiException.Unavailable(stream + ": " + e.getMessage(), e);
        }
    }
}
