package dev.streamgauge.connectors.connect.testkit;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A list that is given page by page, with the address of the next page in {@code Link}, as GitHub and GitLab do. */
public final class Pages {

    /** So many GitHub gives of runs that are filtered. */
    private static final int CEILING = 1_000;

    private Pages() {}

    /** The list as it is at the time of each call. */
    public static Function<Call, Answer> of(FakeApi api, Supplier<List<String>> items) {
        return call -> page(api, call, items.get(), body -> body);
    }

    /** The list in a field beside its total, as {@code /actions/runs} has it. */
    public static Function<Call, Answer> named(FakeApi api, String field, Function<Call, List<String>> items) {
        return call -> {
            List<String> all = items.apply(call);
            return page(api, call, all, list -> "{\"total_count\":%d,\"%s\":%s}".formatted(all.size(), field, list));
        };
    }

    private static Answer page(FakeApi api, Call call, List<String> all, Function<String, String> shape) {
        int ceiling = call.query().containsKey("created") ? CEILING : Integer.MAX_VALUE;
        int size = call.number("per_page", 30);
        int page = call.number("page", 1);
        List<String> given = all.stream().limit(ceiling).toList();
        List<String> shown = given.stream().skip((page - 1L) * size).limit(size).toList();
        Answer answer = Answer.json(shape.apply(shown.stream().collect(Collectors.joining(",", "[", "]"))));
        return page * (long) size >= given.size() ? answer : answer.with("Link", link(api, call, page + 1));
    }

    private static String link(FakeApi api, Call call, int page) {
        String query = call.query().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("page"))
                .map(entry -> entry.getKey() + "="
                        + entry.getValue().replace(":", "%3A").replace("+", "%2B"))
                .collect(Collectors.joining("&"));
        String target = "%s%s?%s&page=%d".formatted(api.base(), call.path(), query, page);
        return "<%s>; rel=\"next\", <%s>; rel=\"last\"".formatted(target, target);
    }
}
