package dev.streamgauge.connectors.connect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.connectors.connect.backfill.Backfill;
import dev.streamgauge.connectors.connect.backfill.BackfillCursor;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What a backfill of 2026 brought. */
public record Backfilled(List<SpecificRecord> events, BackfillCursor cursor) {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    public static SourceSettings settings(FakeApi github, List<String> repositories, Set<String> streams) {
        return settings(github, repositories, List.of(), streams);
    }

    public static SourceSettings settings(
            FakeApi github, List<String> repositories, List<String> excluded, Set<String> streams) {
        return new SourceSettings(
                "github",
                new SourceSettings.Access(github.base(), null, "token"),
                new SourceSettings.Scope(
                        new SourceSettings.Repositories(repositories, List.of(), excluded, false), streams, null),
                new SourceSettings.Pace(BEGIN, Duration.ofMinutes(1), Duration.ofDays(3), Duration.ofSeconds(5), 0),
                null);
    }

    /** Of another provider, by its base address. */
    public static SourceSettings settings(String provider, String url, List<String> repositories) {
        return new SourceSettings(
                provider,
                new SourceSettings.Access(URI.create(url), "user", "token"),
                new SourceSettings.Scope(
                        new SourceSettings.Repositories(repositories, List.of(), List.of(), false), Set.of(), null),
                new SourceSettings.Pace(BEGIN, Duration.ofMinutes(1), Duration.ofDays(3), Duration.ofSeconds(5), 0),
                null);
    }

    public static Backfilled of(SourceSettings settings) throws ApiException, InterruptedException {
        return resumed(settings, BackfillCursor.begin(BEGIN));
    }

    public static Backfilled resumed(SourceSettings settings, BackfillCursor saved)
            throws ApiException, InterruptedException {
        try (Backfill backfill = Backfill.resumed(settings, saved)) {
            List<SpecificRecord> events = new ArrayList<>();
            Backfill.Turn turn = backfill.next();
            while (!(turn instanceof Backfill.Turn.Finished)) {
                assertThat(turn).isInstanceOf(Backfill.Turn.Events.class);
                events.addAll(((Backfill.Turn.Events) turn).events());
                turn = backfill.next();
            }
            assertThat(backfill.progress().fraction()).isEqualTo(1);
            return new Backfilled(events, backfill.cursor());
        }
    }

    public <T extends SpecificRecord> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <T extends SpecificRecord> T only(Class<T> type) {
        assertThat(all(type)).hasSize(1);
        return all(type).get(0);
    }
}
