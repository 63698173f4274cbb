package dev.streamgauge.connectors.connect.polling.jenkins;

import dev.streamgauge.connectors.connect.polling.ApiSource;
import dev.streamgauge.connectors.connect.polling.NewestFirst;
import dev.streamgauge.connectors.connect.polling.PollStream;
import dev.streamgauge.connectors.connect.polling.PollingMetrics;
import dev.streamgauge.connectors.connect.polling.RepositoryPatterns;
import dev.streamgauge.connectors.connect.polling.SourceSettings;
import dev.streamgauge.connectors.connect.polling.StreamId;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A Jenkins. What is polled are jobs, which lie in folders: {@code shop/main}. */
public final class JenkinsSource extends ApiSource {

    /** Folders in folders: an organisation, its repositories, their branches. */
    private static final int DEEPEST = 6;

    private final DoorRules rules;

    private JenkinsSource(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        super(settings, headers(settings.access()), 0, clock, metrics); // Jenkins has no hourly limit.
        this.rules = rules;
    }

    private static Map<String, String> headers(SourceSettings.Access access) {
        byte[] pair = (access.user() + ":" + access.token()).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** With the user's token. */
    public static JenkinsSource of(SourceSettings settings, DoorRules rules, Clock clock, PollingMetrics metrics) {
        return new JenkinsSource(settings, rules, clock, metrics);
    }

    /** The path of a job: each folder has {@code job/} before it. */
    static String pathOf(String job) {
        return Arrays.stream(job.split("/", -1))
                .map(part -> "/job/"
                        + URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining());
    }

    @Override
    public List<String> repositories() throws ApiException, InterruptedException {
        SourceSettings.Repositories wanted = settings.scope().repositories();
        RepositoryPatterns named = new RepositoryPatterns(wanted.named());
        Set<String> found = new TreeSet<>(named.names());
        for (String folder : wanted.organisations()) {
            jobs(folder, DEEPEST, found);
        }
        if (named.names().size() < wanted.named().size()) {
            Set<String> all = new TreeSet<>();
            jobs("", DEEPEST, all);
            all.stream().filter(named::fit).forEach(found::add);
        }
        return notExcluded(found);
    }

    private void jobs(String folder, int depth, Set<String> found) throws ApiException, InterruptedException {
        String path = folder.isEmpty() ? "" : pathOf(folder);
        Json answer = api.get(path + "/api/json?tree=jobs%5Bname,buildable,color,jobs%5Bname%5D%5D")
                .body();
        for (Json job : answer.list("jobs")) {
            String name = (folder.isEmpty() ? "" : folder + "/") + job.textOrNull("name");
            if (job.at("jobs").isList() && depth > 1) {
                jobs(name, depth - 1, found);
            } else if (!"disabled".equals(job.textOrNull("color"))
                    || settings.scope().repositories().archived()) {
                found.add(name);
            }
        }
    }

    @Override
    public List<PollStream> streams(String job) {
        StreamId id = new StreamId("jenkins", settings.access().url().getHost(), job, "builds");
        Builds builds =
                new Builds(api, id, new BuildFacts(rules), settings.pace().lookback(), clock);
        return List.of(new NewestFirst(builds, settings.pace().since(), metrics));
    }
}
