package dev.streamgauge.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamgauge.benchmarks.Yardstick.Centre;
import dev.streamgauge.benchmarks.Yardstick.Centres;
import dev.streamgauge.benchmarks.Yardstick.Distribution;
import dev.streamgauge.benchmarks.Yardstick.Level;
import dev.streamgauge.benchmarks.Yardstick.Levels;
import dev.streamgauge.benchmarks.Yardstick.Range;
import dev.streamgauge.benchmarks.Yardstick.Share;
import dev.streamgauge.benchmarks.Yardstick.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The benchmarks that come with Streamgauge, one data file a year. */
public final class Benchmarks {

    private static final List<String> FILES =
            List.of("dora-2021", "dora-2022", "dora-2023", "dora-2024", "dora-2025", "circleci-2026");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Benchmarks() {}

    /** All of them, by year. */
    public static List<Benchmark> all() {
        return FILES.stream().map(Benchmarks::read).toList();
    }

    /** Where a value stands in each benchmark that speaks of the metric. */
    public static List<Position> positions(String metric, double value) {
        return all().stream()
                .flatMap(benchmark -> benchmark.position(metric, value).stream())
                .toList();
    }

    private static Benchmark read(String name) {
        try (InputStream file = Benchmarks.class.getResourceAsStream(name + ".json")) {
            JsonNode json = MAPPER.readTree(file);
            Map<String, Yardstick> metrics = new LinkedHashMap<>();
            json.get("metrics").properties().forEach(entry -> metrics.put(entry.getKey(), yardstick(entry.getValue())));
            return new Benchmark(
                    json.get("name").asText(),
                    json.get("year").asInt(),
                    json.get("source").asText(),
                    json.get("note").asText(),
                    metrics);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the benchmark " + name, e);
        }
    }

    private static Yardstick yardstick(JsonNode json) {
        if (json.has("levels")) {
            return new Levels(each(
                    json.get("levels"), level -> new Level(level.get("level").asText(), range(level))));
        }
        if (json.has("values")) {
            return new Centres(each(
                    json.get("values"),
                    centre -> new Centre(
                            centre.get("level").asText(), centre.get("value").asDouble())));
        }
        if (json.has("distribution")) {
            return new Distribution(each(
                    json.get("distribution"),
                    share -> new Share(range(share), share.get("share").asDouble())));
        }
        return target(json);
    }

    private static Target target(JsonNode json) {
        Double median = json.has("median") ? json.get("median").asDouble() : null;
        JsonNode bound = json.get("target");
        if (bound.has("at_least")) {
            double least = bound.get("at_least").asDouble();
            return new Target(new Range(least, null), "the target (at least " + least + ")", median);
        }
        double most = bound.get("at_most").asDouble();
        return new Target(new Range(null, Math.nextUp(most)), "the target (at most %.0f ms)".formatted(most), median);
    }

    private static Range range(JsonNode json) {
        return new Range(
                json.has("from") ? json.get("from").asDouble() : null,
                json.has("below") ? json.get("below").asDouble() : null);
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reading) {
        List<T> list = new ArrayList<>();
        array.forEach(item -> list.add(reading.apply(item)));
        return List.copyOf(list);
    }
}
