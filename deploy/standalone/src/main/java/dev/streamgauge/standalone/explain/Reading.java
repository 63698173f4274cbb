package dev.streamgauge.standalone.explain;

import dev.streamgauge.processors.admission.Admission;
import dev.streamgauge.processors.admission.Rejection;
import dev.streamgauge.processors.explain.Explainer;
import dev.streamgauge.processors.forgetting.Memory;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/** Hands the events of one repository to its explainer, as far as the processors would let them in, and remembers what else was seen. */
public final class Reading {

    private final String repository;
    private final Explainer explainer;
    private final SortedSet<String> repositories = new TreeSet<>();
    private final Set<String> refused = new LinkedHashSet<>();

    public Reading(String repository, Explainer explainer) {
        this.repository = repository;
        this.explainer = explainer;
    }

    /** The repository whose events are wanted. */
    public String repository() {
        return repository;
    }

    /** Whether a record of this key is wanted; remembers the key. */
    public boolean wants(String key) {
        repositories.add(key);
        return key.equals(repository);
    }

    /**
     * Takes an event of the repository.
     *
     * @param arrival when it came to where it was found
     * @param origin where that is, for people
     */
    public void take(SpecificRecord event, Instant arrival, String origin) {
        Optional<Rejection> rejection = Admission.check(event, repository, arrival, Memory.FOR_EVER);
        if (rejection.isEmpty()) {
            explainer.hear(event, origin);
        } else {
            refuse(origin, rejection.get().refusal().code(), rejection.get().message());
        }
    }

    /** Notes what is no event that counts. */
    public void refuse(String origin, String reason, String message) {
        refused.add(origin + ": " + reason + ": " + message);
    }

    /** Whether the repository has an event. */
    public boolean found() {
        return explainer.events() > 0;
    }

    /** The keys that were seen, sorted. */
    public SortedSet<String> repositories() {
        return repositories;
    }

    /** What was refused, with place and reason, one a line. */
    public List<String> refused() {
        return List.copyOf(refused);
    }
}
