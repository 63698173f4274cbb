package dev.streamgauge.connectors.providers;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.schemas.ContentHash;
import java.time.Instant;
import java.util.List;

/**
 * What all events of one delivery have in common: source, event id, time of arrival. It makes new events with these, with empty lists and first attempts;
 * everything else is the mapper's to say. For one thread.
 */
public final class Stamp {

    private final String source;
    private final String delivery;
    private final Instant receivedAt;
    private int events;

    private Stamp(String source, String delivery, Instant receivedAt) {
        this.source = source;
        this.delivery = delivery;
        this.receivedAt = receivedAt;
    }

    /** The stamp for a provider's delivery: named as the provider names it, or by the hash of its bytes. */
    public static Stamp of(Provider provider, Delivery delivery) {
        String id = provider.deliveryId(delivery);
        return new Stamp(provider.name(), id == null ? ContentHash.of(delivery.body()) : id, delivery.receivedAt());
    }

    /** The stamp for what was asked for: an API's answers have no name of their own, so that who asks names them. */
    public static Stamp of(String source, String delivery, Instant receivedAt) {
        return new Stamp(source, delivery, receivedAt);
    }

    /** The identifier of the next event of this delivery. */
    public String nextId() {
        return source + ":" + delivery + ":" + ++events;
    }

    /** When the delivery arrived. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** A push. {@code occurredAt} may be null where the provider states no time. */
    public CommitPushed push(String repository, Instant occurredAt) {
        CommitPushed push = new CommitPushed();
        push.setEventId(nextId());
        push.setSource(source);
        push.setRepository(repository);
        push.setOccurredAt(orArrival(occurredAt));
        push.setReceivedAt(receivedAt);
        push.setPart(1);
        push.setParts(1);
        push.setCommits(List.of());
        return push;
    }

    /** A build. {@code occurredAt} may be null where the provider states no time: then it is that of arrival. */
    public BuildChanged build(String repository, Instant occurredAt) {
        BuildChanged build = new BuildChanged();
        build.setEventId(nextId());
        build.setSource(source);
        build.setRepository(repository);
        build.setOccurredAt(orArrival(occurredAt));
        build.setReceivedAt(receivedAt);
        build.setAttempt(1);
        build.setRunnerLabels(List.of());
        return build;
    }

    /** A deploy. {@code occurredAt} may be null where the provider states no time. */
    public DeployChanged deploy(String repository, Instant occurredAt) {
        DeployChanged deploy = new DeployChanged();
        deploy.setEventId(nextId());
        deploy.setSource(source);
        deploy.setRepository(repository);
        deploy.setOccurredAt(orArrival(occurredAt));
        deploy.setReceivedAt(receivedAt);
        deploy.setAttempt(1);
        deploy.setRepositories(List.of());
        return deploy;
    }

    /** A change request. {@code occurredAt} may be null where the provider states no time. */
    public ReviewChanged review(String repository, Instant occurredAt) {
        ReviewChanged review = new ReviewChanged();
        review.setEventId(nextId());
        review.setSource(source);
        review.setRepository(repository);
        review.setOccurredAt(orArrival(occurredAt));
        review.setReceivedAt(receivedAt);
        review.setCommitShas(List.of());
        review.setReviews(List.of());
        review.setLabels(List.of());
        return review;
    }

    /** An incident. {@code occurredAt} may be null where the provider states no time. */
    public IncidentChanged incident(String repository, Instant occurredAt) {
        IncidentChanged incident = new IncidentChanged();
        incident.setEventId(nextId());
        incident.setSource(source);
        incident.setRepository(repository);
        incident.setOccurredAt(orArrival(occurredAt));
        incident.setReceivedAt(receivedAt);
        return incident;
    }

    /** A look at what this source sent, taken now. */
    public SourceChecked look(String repository) {
        SourceChecked look = new SourceChecked();
        look.setEventId(nextId());
        look.setSource(source);
        look.setRepository(repository);
        look.setOccurredAt(receivedAt);
        look.setReceivedAt(receivedAt);
        return look;
    }

    private Instant orArrival(Instant occurredAt) {
        return occurredAt == null ? receivedAt : occurredAt;
    }
}
