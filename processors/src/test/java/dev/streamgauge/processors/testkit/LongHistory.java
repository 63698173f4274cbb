package dev.streamgauge.processors.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Random histories, one a day. Each has commits, requests, runs, deploys and incidents of its own, and now and then speaks of those of the
 * day before; branches, workflows and lanes are always the same. In the evening all
 * that has landed is green and deployed. Events arrive up to two days late.
 */
public final class LongHistory {

    public static final Duration DAY = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile("c\\d|r\\d|D\\d|I\\d|2|9|10|11");

    private final long seed;
    private final Random random;

    public LongHistory(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** An event as it arrives. */
    public record Arrival(Instant at, SpecificRecord event) {}

    /**
     * The events in the order of their arrival.
     *
     * @param perDay how many
     */
    public List<Arrival> days(int days, int perDay) {
        List<Arrival> arrivals = new ArrayList<>(beginning());
        for (int day = 0; day < days; day++) {
            Instant morning = Moments.at("15:00").plus(DAY.multipliedBy(day));
            for (Telling telling : new RandomHistory(seed * 1_000 + day).events(perDay)) {
                SpecificRecord event = telling.event();
                move(event, day);
                arrivals.add(late(event, morning));
            }
            evening(day).forEach(event -> arrivals.add(late(event, morning)));
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    /** Branches are long-lived from the beginning: what turns out so late, is no news to requests that are forgotten. */
    private static List<Arrival> beginning() {
        return Stream.of("develop", "release", "a-topic")
                .map(branch -> Cast.request("into-" + branch)
                        .from("x")
                        .into(branch)
                        .at("08:00")
                        .merged("m"))
                .map(request -> new Arrival(Moments.at("09:00"), request.event()))
                .toList();
    }

    private Arrival late(SpecificRecord event, Instant morning) {
        return new Arrival(morning.plus(Duration.ofMinutes(random.nextInt(2 * 24 * 60))), event);
    }

    /** Whatever has landed becomes green and is deployed, so that nothing waits for longer than the memory reaches. */
    private static List<SpecificRecord> evening(int day) {
        String sha = "evening-" + day;
        List<SpecificRecord> events = List.of(
                Cast.landed(Cast.commit(sha)).at("14:00").event(),
                Cast.build("E1-" + day, sha).at("14:10").event(),
                Cast.build("E2-" + day, sha).workflow("build").at("14:20").event(),
                Cast.deploy("E1-" + day, sha).at("14:30").event(),
                Cast.deploy("E2-" + day, sha).to("shop", "staging").at("14:40").event(),
                Cast.deploy("E3-" + day, sha)
                        .to("cart", "production")
                        .at("14:40")
                        .event(),
                Cast.deploy("E4-" + day, sha).to("cart", "staging").at("14:50").event());
        events.forEach(event -> shift(event, day));
        return events;
    }

    private static void shift(SpecificRecord record, int day) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (record.get(field.pos()) instanceof Instant time) {
                record.put(field.pos(), time.plus(DAY.multipliedBy(day)));
            }
        }
    }

    private void move(SpecificRecord record, int day) {
        for (Schema.Field field : record.getSchema().getFields()) {
            record.put(field.pos(), moved(record.get(field.pos()), day));
        }
    }

    private Object moved(Object value, int day) {
        if (value instanceof SpecificRecord nested) {
            move(nested, day);
        } else if (value instanceof Instant time) {
            return time.plus(DAY.multipliedBy(day));
        } else if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(each -> moved(each, day)).toList());
        } else if (value instanceof String text && NAME.matcher(text).matches()) {
            return text + "-" + (day > 0 && random.nextInt(8) == 0 ? day - 1 : day);
        }
        return value;
    }
}
