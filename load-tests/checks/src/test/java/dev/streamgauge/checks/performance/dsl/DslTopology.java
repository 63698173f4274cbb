package dev.streamgauge.checks.performance.dsl;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.Wire;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.KeyValueMapper;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/** Landings and deliveries by commit, joined; builds by attempt and by check; each grouped by day, and summed. The join is materialised: otherwise its sums are wrong. */
final class DslTopology {

    private static final Serde<String> TEXT = Serdes.String();
    private static final Serde<Long> MOMENT = Serdes.Long();
    private static final Serde<Two> TWO = Two.serde();

    private final StreamsBuilder builder = new StreamsBuilder();
    private final Wire wire;
    private final String prefix;
    private final String output;

    DslTopology(Wire wire, String prefix, String output) {
        this.wire = wire;
        this.prefix = prefix;
        this.output = output;
    }

    Topology build() {
        leadTimes();
        KStream<String, BuildChanged> builds =
                read(Topics.BUILDS).filter((repository, build) -> Events.isOfMain(build));
        mainBuilds(builds);
        timesToGreen(builds);
        return builder.build();
    }

    private void leadTimes() {
        KTable<String, Long> landings = read(Topics.COMMITS)
                .filter((repository, push) -> Events.isLanding(push))
                .map((repository, push) -> KeyValue.pair(
                        Events.commit(repository, push.getAfter()),
                        push.getOccurredAt().toEpochMilli()))
                .groupByKey(Grouped.with("landings-by-commit", TEXT, MOMENT))
                .reduce(Math::min, kept("landings", MOMENT));
        KTable<String, Long> deliveries = read(Topics.DEPLOYS)
                .filter((repository, deploy) -> Events.isDelivery(deploy))
                .map((repository, deploy) -> KeyValue.pair(
                        Events.commit(repository, deploy.getSha()),
                        deploy.getFinishedAt().toEpochMilli()))
                .groupByKey(Grouped.with("deliveries-by-commit", TEXT, MOMENT))
                .reduce(Math::min, kept("deliveries", MOMENT));
        sum(
                "lead-time",
                landings.join(deliveries, Two::new, kept("delivered", TWO)).filter((commit, span) -> span.isSpan()),
                (commit, span) -> counted("lead-time", commit, span));
    }

    private void mainBuilds(KStream<String, BuildChanged> builds) {
        KTable<String, Two> attempts = builds.map((repository, build) -> KeyValue.pair(
                        Events.attempt(build),
                        new Two(build.getFinishedAt().toEpochMilli(), Events.isGood(build) ? 1 : 0)))
                .groupByKey(Grouped.with("builds-by-attempt", TEXT, TWO))
                .reduce((one, other) -> one.first() <= other.first() ? one : other, kept("attempts", TWO));
        sum(
                "main-builds",
                attempts,
                (attempt, build) ->
                        KeyValue.pair(Events.aggregate("main-builds", attempt, build.first()), build.second()));
    }

    private void timesToGreen(KStream<String, BuildChanged> builds) {
        KTable<String, Two> checks = builds.map(
                        (repository, build) -> KeyValue.pair(Events.check(build), finish(build)))
                .groupByKey(Grouped.with("builds-by-check", TEXT, TWO))
                .reduce(Two::earliest, kept("checks", TWO));
        sum(
                "time-to-green",
                checks.filter((check, span) -> span.isSpan() && span.first() < span.second()),
                (check, span) -> counted("time-to-green", check, span));
    }

    /** Red first, then green. */
    private static Two finish(BuildChanged build) {
        long at = build.getFinishedAt().toEpochMilli();
        return Events.isGood(build) ? new Two(Two.NEVER.first(), at) : new Two(at, Two.NEVER.second());
    }

    private static KeyValue<String, Long> counted(String metric, String key, Two span) {
        return KeyValue.pair(Events.aggregate(metric, key, span.second()), span.second() - span.first());
    }

    private void sum(String metric, KTable<String, Two> rows, KeyValueMapper<String, Two, KeyValue<String, Long>> day) {
        rows.groupBy(day, Grouped.with(metric + "-by-day", TEXT, MOMENT))
                .aggregate(
                        () -> Two.NOTHING,
                        (key, amount, sum) -> sum.plus(1, amount),
                        (key, amount, sum) -> sum.plus(-1, -amount),
                        kept(metric, TWO))
                .toStream()
                .mapValues(Two::text)
                .to(output, Produced.with(TEXT, TEXT));
    }

    private <V extends SpecificRecord> KStream<String, V> read(Topic<String, V> topic) {
        return builder.stream(topic.name(prefix), Consumed.with(TEXT, wire.serde(topic.valueClass(), false)));
    }

    private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> kept(String store, Serde<V> values) {
        return Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(store)
                .withKeySerde(TEXT)
                .withValueSerde(values);
    }
}
