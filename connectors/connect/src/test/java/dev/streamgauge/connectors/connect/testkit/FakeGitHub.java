package dev.streamgauge.connectors.connect.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** GitHub as far as its documentation describes the lists that are polled: what they filter by, how they are ordered, where they end. */
public final class FakeGitHub implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FakeApi api = new FakeApi();
    private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

    /** Knows one repository, {@code acme/shop}, of the organisation {@code acme}. */
    public FakeGitHub() {
        api.route("/orgs/acme/repos", Pages.of(api, () -> list("repos")));
        api.route(
                "/repos/acme/shop",
                call -> Answer.json(
                        "{\"full_name\":\"acme/shop\",\"html_url\":\"https://github.com/acme/shop\",\"default_branch\":\"main\"}"));
        api.route("/repos/acme/shop/.*", call -> Answer.json("[]"));
        sorted("pulls", "updated_at");
        sorted("issues", "updated_at");
        sorted("deployments", "created_at");
        api.route(
                "/repos/acme/shop/activity",
                call -> Pages.of(api, () -> activity(call.query().get("ref"))).apply(call));
        api.route("/repos/acme/shop/actions/runs", Pages.named(api, "workflow_runs", this::runs));
        api.route("/repos/acme/shop/actions/runs/\\d+/attempts/\\d+/jobs", this::jobs);
        api.route("/repos/acme/shop/actions/workflows/\\d+", call -> Answer.json("{\"name\":\"ci\"}"));
    }

    public FakeApi api() {
        return api;
    }

    /** Adds an element to a list: {@code pulls}, {@code pulls/7/reviews}, {@code runs}, {@code jobs/900/1} … */
    public FakeGitHub add(String list, String json) {
        lists.computeIfAbsent(list, name -> {
                    api.route("/repos/acme/shop/" + name + "(?!.)", Pages.of(api, () -> list(name)));
                    restore(name);
                    return new ArrayList<>();
                })
                .add(json);
        return this;
    }

    /** Answers a path below the repository. */
    public FakeGitHub object(String path, String json) {
        api.route("/repos/acme/shop/" + path, call -> Answer.json(json));
        return this;
    }

    // The lists with filters and orders of their own keep them.
    private void restore(String name) {
        switch (name) {
            case "pulls", "issues" -> sorted(name, "updated_at");
            case "deployments" -> sorted(name, "created_at");
            case "activity" ->
                api.route(
                        "/repos/acme/shop/activity(?!.)",
                        call -> Pages.of(api, () -> activity(call.query().get("ref")))
                                .apply(call));
            default -> {}
        }
    }

    private void sorted(String name, String by) {
        Function<String, String> key = json -> text(json, by);
        api.route(
                "/repos/acme/shop/" + name + "(?!.)",
                Pages.of(
                        api,
                        () -> list(name).stream()
                                .sorted(Comparator.comparing(key).reversed())
                                .toList()));
    }

    private List<String> list(String name) {
        return List.copyOf(lists.getOrDefault(name, List.of()));
    }

    private List<String> activity(String ref) {
        return list("activity").stream()
                .filter(json -> ref == null || ref.equals(text(json, "ref")))
                .sorted(Comparator.comparing((String json) -> text(json, "timestamp"))
                        .reversed())
                .toList();
    }

    /** The newest first. */
    private List<String> runs(Call call) {
        String[] window = call.query()
                .getOrDefault("created", "1970-01-01T00:00:00Z..2100-01-01T00:00:00Z")
                .split("\\.\\.", 2);
        return list("runs").stream()
                .filter(json -> within(Instant.parse(text(json, "created_at")), window))
                .sorted(Comparator.comparing((String json) -> text(json, "created_at"))
                        .reversed())
                .toList();
    }

    private static boolean within(Instant time, String... window) {
        return !time.isBefore(Instant.parse(window[0])) && !time.isAfter(Instant.parse(window[1]));
    }

    private Answer jobs(Call call) {
        List<String> parts = List.of(call.path().split("/", -1));
        return Pages.named(api, "jobs", any -> list("jobs/" + parts.get(6) + "/" + parts.get(8)))
                .apply(call);
    }

    private static String text(String json, String field) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return node.path(field).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
