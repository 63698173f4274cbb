package dev.streamgauge.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Section 4 of the definitions, word by word and slowly. A step is "place time number succeeded"; they come in walk order. */
record Walk(long place, long t, int nth, boolean succeeded) {

    /** The episodes: "opener end failures", the end 0 while still red. */
    static List<String> of(List<String> told) {
        List<Walk> steps = told.stream().map(Walk::parse).toList();
        List<String> episodes = new ArrayList<>();
        int at = 0;
        while (at < steps.size()) {
            Walk step = steps.get(at);
            if (step.succeeded || step.overtaken(steps)) {
                at++;
                continue;
            }
            int end = step.end(steps).map(Walk::nth).orElse(0);
            int last = end == 0 ? steps.size() : end;
            long failures =
                    steps.subList(at, last).stream().filter(s -> !s.succeeded).count();
            episodes.add(step.nth + " " + end + " " + failures);
            at = last;
        }
        return episodes;
    }

    private static Walk parse(String told) {
        String[] words = told.split(" ", -1);
        return new Walk(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Integer.parseInt(words[2]),
                Boolean.parseBoolean(words[3]));
    }

    private boolean overtaken(List<Walk> steps) {
        return steps.stream().anyMatch(s -> s.succeeded && s.place > place && s.t < t);
    }

    private Optional<Walk> end(List<Walk> steps) {
        return steps.stream()
                .filter(s -> s.succeeded && s.nth > nth && s.t >= t)
                .min(Comparator.comparingLong(Walk::t).thenComparingInt(Walk::nth));
    }
}
