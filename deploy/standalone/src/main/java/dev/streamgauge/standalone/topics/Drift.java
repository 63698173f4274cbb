package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Topic;

/**
 * Something about a topic that is not as it should be.
 *
 * @param what {@code partitions}, {@code replicas} or a setting by Kafka's name
 * @param harm what comes of it if it is left
 */
public record Drift(Topic<?, ?> topic, String what, Values values, Harm harm, Remedy remedy) {

    /** What it is, and what it should be. */
    public record Values(String is, String should) {}

    /**
     * What comes of it.
     *
     * @param dangerous whether records can be lost, or results wrong
     */
    public record Harm(boolean dangerous, String means) {

        static Harm danger(String means) {
            return new Harm(true, means);
        }

        static Harm nuisance(String means) {
            return new Harm(false, means);
        }
    }

    /** The drift of a setting. */
    static Drift of(Topic<?, ?> topic, Found found, Remedy.Sets should, Harm harm) {
        Values values = new Values(found.config().get(should.name()), should.value());
        return new Drift(topic, should.name(), values, harm, should);
    }

    /** The same where somebody has chosen the value for this very topic: it stays, and they are told how to change it. */
    static Drift unlessChosen(Topic<?, ?> topic, Found found, Remedy.Sets should, Harm harm) {
        Drift drift = of(topic, found, should, harm);
        return found.chosen().contains(should.name())
                ? new Drift(
                        topic,
                        drift.what(),
                        drift.values(),
                        harm,
                        new Remedy.ByHand(
                                "somebody chose this for the topic, so apply leaves it: kafka-configs.sh --alter --entity-type topics --add-config %s=%s"
                                        .formatted(should.name(), should.value())))
                : drift;
    }

    /** Whether {@code topics apply} mends it. */
    public boolean isMended() {
        return remedy instanceof Remedy.Sets;
    }
}
