package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Contenders drain a full backlog, one after the other and by turns, because a lone figure says more about the machine than about the code. */
public final class Race {

    private static final long LOOK_EVERY_MS = 25;

    private final Field field;
    private final Map<TopicPartition, Long> ends;
    private final Map<Contender, List<Steady>> figures = new LinkedHashMap<>();
    private long compared;

    private Race(Field field) throws ExecutionException, InterruptedException {
        this.field = field;
        this.ends = ends(field);
    }

    /**
     * Runs it.
     *
     * @param arguments how many events, how many rounds, the page to write
     */
    public static void main(String[] arguments) throws Exception {
        long events = Long.parseLong(arguments[0]);
        try (Field field = new Field(Files.createTempDirectory("race"))) {
            field.fill(events);
            Race race = new Race(field);
            List<Contender> contenders = new Contenders(field).all();
            for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
                for (Contender contender : contenders) {
                    race.run(contender, round);
                }
            }
            String page = new RacePage(events, race.compared).of(race.figures);
            Files.writeString(Path.of(arguments[2]), page);
            System.err.println(page);
        }
        System.exit(0);
    }

    private static Map<TopicPartition, Long> ends(Field field) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                field.admin().describeTopics(Field.topics().toList()).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return field.admin().listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private void run(Contender contender, int round) throws Exception {
        String group = contender.name().equals(Contenders.PROCESSORS) ? contender.group() : contender.group() + round;
        long total = ends.values().stream().mapToLong(Long::longValue).sum();
        List<Sample> samples = new ArrayList<>();
        try (Running running = contender.start().begin(group)) {
            do {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
                running.requireAlive();
                samples.add(Sample.of(done(group), running.process().pid(), field.brokerPid()));
            } while (samples.get(samples.size() - 1).done() < total);
        }
        if (contender.name().equals(Contenders.PROCESSORS)) {
            compared = field.verify();
        }
        Steady steady = Steady.of(samples, total);
        System.err.println(contender.name() + " " + steady);
        figures.computeIfAbsent(contender, first -> new ArrayList<>()).add(steady);
    }

    /** How many of the events a group has committed. */
    private long done(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> places = field.admin()
                .listConsumerGroupOffsets(group, new ListConsumerGroupOffsetsOptions())
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.keySet().stream()
                .map(places::get)
                .mapToLong(place -> place == null ? 0 : place.offset())
                .sum();
    }
}
