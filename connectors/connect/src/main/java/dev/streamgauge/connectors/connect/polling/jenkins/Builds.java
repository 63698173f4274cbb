package dev.streamgauge.connectors.connect.polling.jenkins;

import dev.streamgauge.connectors.connect.polling.Listing;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.schemas.ContentHash;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** The builds of a job, the newest first. Jenkins has no pages: one asks for a range. New builds push old ones on, so that some are met twice and none is skipped. */
final class Builds implements Listing {

    private static final int SIZE = 50;
    private static final Pattern RANGE = Pattern.compile("\\{(\\d+),(\\d+)}");
    private static final String FIELDS = "number,url,result,building,timestamp,duration,"
            + "actions[lastBuiltRevision[SHA1,branch[name]],remoteUrls,causes[_class],"
            + "blockedDurationMillis,buildableDurationMillis,waitingDurationMillis]";

    private final Api api;
    private final StreamId id;
    private final BuildFacts facts;
    private final Duration lookback;
    private final Clock clock;

    Builds(Api api, StreamId id, BuildFacts facts, Duration lookback, Clock clock) {
        this.api = api;
        this.id = id;
        this.facts = facts;
        this.lookback = lookback;
        this.clock = clock;
    }

    @Override
    public StreamId id() {
        return id;
    }

    @Override
    public URI firstPage(Instant since) {
        return range(0);
    }

    private URI range(int from) {
        String tree = "allBuilds[%s]{%d,%d}".formatted(FIELDS, from, from + SIZE);
        return api.at(JenkinsSource.pathOf(id.repository()) + "/api/json?tree="
                + URLEncoder.encode(tree, StandardCharsets.UTF_8));
    }

    @Override
    public ApiReply page(URI address, String etag) throws ApiException, InterruptedException {
        return api.get(address, null);
    }

    @Override
    public List<Json> items(ApiReply page) {
        return page.body() == null ? List.of() : page.body().list("allBuilds");
    }

    @Override
    public URI next(ApiReply page) {
        Matcher range = RANGE.matcher(page.from().getQuery());
        return items(page).size() < SIZE || !range.find() ? null : range(Integer.parseInt(range.group(2)));
    }

    @Override
    public Instant changedAt(Json build) throws UnmappableException {
        return build.time("timestamp");
    }

    /** One that runs is told in each pass. */
    @Override
    public String version(Json build) {
        return build.isTrue("building") ? null : build.textOrNull("number");
    }

    @Override
    public List<SpecificRecord> events(Json build) throws UnmappableException {
        byte[] named =
                (id + " " + build.textOrNull("number") + build.textOrNull("result")).getBytes(StandardCharsets.UTF_8);
        return facts.of(build, Stamp.of("jenkins", ContentHash.of(named), clock.instant()));
    }

    /** A build is listed by its begin: it is looked at again until it must have ended. */
    @Override
    public Duration overlap() {
        return lookback;
    }

    @Override
    public boolean firstPageTellsAll() {
        return false;
    }
}
