package dev.streamgauge.connectors.git;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** The events of a clone that was read: its landings oldest first, then what its release branches hold, then its deploys in the order of their time. */
public final class GitEvents {

    private final EventFactory factory;
    private final MainLine main;
    private final Instant[] landedAt;
    private final List<Aside> asides;
    private final List<Tag> deploys;
    private final GitSummary summary;

    GitEvents(EventFactory factory, MainLine main, Instant[] landedAt, DeployTags tags, GitSummary summary) {
        this.factory = factory;
        this.main = main;
        this.landedAt = landedAt;
        this.asides = tags.asides();
        this.deploys = tags.deploys();
        this.summary = summary;
    }

    public GitSummary summary() {
        return summary;
    }

    /** Hands out each event once, in an order that is the same at every call; {@code CommitPushed} and {@code DeployChanged} records, newly made. */
    public void forEach(Consumer<SpecificRecord> events) {
        for (int i = 0; i < landedAt.length; i++) {
            factory.landing(main.landing(i), landedAt[i], i + 1L, main.brought(i), events);
        }
        for (Aside aside : asides) {
            factory.aside(aside.tip(), aside.at(), aside.commits(), events);
        }
        deploys.forEach(tag -> events.accept(factory.deploy(tag)));
    }
}
