package dev.streamgauge.processors;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.completeness.Ledger;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.Claim;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.lifetimes.Lifetimes;
import dev.streamgauge.processors.lifetimes.Models;
import dev.streamgauge.processors.ownership.Ownership;
import dev.streamgauge.processors.ownership.Reverts;
import dev.streamgauge.processors.queues.Facts;
import dev.streamgauge.processors.queues.QueueKeeper;
import dev.streamgauge.processors.runs.Runs;
import dev.streamgauge.processors.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;

/** The models, wired: hands each event to those that care, and what one of them learns to those that build on it. */
public final class Assembly {

    private final Landings landings;
    private final Changes changes;
    private final Ownership ownership;
    private final Reverts reverts;
    private final GreenLine green;
    private final Deliveries deliveries;
    private final MainHealth health;
    private final Failures failures;
    private final Runs runs;
    private final Ledger ledger;
    private final QueueKeeper queues;
    private boolean news;

    public Assembly(Tables tables) {
        this(tables, Definitions.DEFAULT);
    }

    /** Remembers everything. */
    public Assembly(Tables tables, Definitions definitions) {
        this(tables, definitions, () -> Long.MIN_VALUE);
    }

    /**
     * @param horizon epoch milliseconds: what was over before may be forgotten
     */
    public Assembly(Tables tables, Definitions definitions, LongSupplier horizon) {
        this(tables, definitions, horizon, facts -> QueueKeeper.NOBODY);
    }

    /**
     * The same, for somebody who keeps queues.
     *
     * @param keeper made once of the models that queues are derived from
     */
    public Assembly(Tables tables, Definitions definitions, LongSupplier horizon, Function<Facts, QueueKeeper> keeper) {
        this.ledger = new Ledger(tables);
        this.landings = new Landings(tables);
        this.changes = new Changes(tables, this::changeRevised, horizon);
        this.ownership = new Ownership(tables, landings, changes, this::ownersRevised);
        this.reverts = new Reverts(tables, ownership, changes);
        this.green = new GreenLine(tables, definitions, this::greenMoved);
        this.deliveries = new Deliveries(
                tables,
                definitions,
                new Deliveries.Sources(landings, changes, ownership, green, horizon),
                new Deliveries.Listeners(this::deployRevised, this::deliveryRevised));
        this.failures = new Failures(
                tables,
                definitions,
                new Failures.Sources(changes, ownership, deliveries, horizon),
                this::incidentRevised);
        this.runs = new Runs(tables, definitions);
        this.health = new MainHealth(tables, landings, this::buildRevised);
        this.queues = keeper.apply(new Facts(landings, changes, deliveries, green, health, runs, definitions));
    }

    /**
     * Learns from an event.
     *
     * @param event one of the records of {@code dev.streamgauge.events.v1}
     * @return whether it changed what is known, but for when its source was heard
     */
    public boolean apply(SpecificRecord event) {
        news = false;
        learn(event);
        return news;
    }

    private void learn(SpecificRecord event) {
        if (event instanceof CommitPushed push) {
            observed(push.getRepository(), push.getSource(), push.getOccurredAt(), push.getReceivedAt());
            spread(push.getRepository(), landings.apply(push));
        } else if (event instanceof ReviewChanged review) {
            observed(review.getRepository(), review.getSource(), review.getOccurredAt(), review.getReceivedAt());
            changes.apply(review);
            queues.apply(review);
            claimed(review.getRepository(), landings.claim(review));
        } else if (event instanceof BuildChanged build) {
            observed(build.getRepository(), build.getSource(), build.getOccurredAt(), build.getReceivedAt());
            health.apply(build);
            news |= runs.apply(build);
            queues.apply(build);
            settle(build.getRepository());
        } else if (event instanceof DeployChanged deploy) {
            observed(deploy.getRepository(), deploy.getSource(), deploy.getOccurredAt(), deploy.getReceivedAt());
            queues.apply(deploy, deliveries.apply(deploy));
            settle(deploy.getRepository());
        } else if (event instanceof IncidentChanged incident) {
            observed(
                    incident.getRepository(), incident.getSource(), incident.getOccurredAt(), incident.getReceivedAt());
            failures.apply(incident);
            settle(incident.getRepository());
        } else if (event instanceof SourceChecked look) {
            ledger.checked(look);
        } else {
            throw new IllegalArgumentException(
                    "Not an event: " + event.getSchema().getFullName());
        }
    }

    /** What is forgotten in the end, and when. */
    public List<Expiring<?>> expiring() {
        return Lifetimes.of(
                new Models(landings, changes, ownership, green, deliveries, health, runs, failures, ledger));
    }

    private void claimed(String repository, Claim claim) {
        claim.carriers().forEach((request, carries) -> changes.carries(repository, request, carries));
        spread(repository, claim.commits());
    }

    private void spread(String repository, List<CommitRevision> revisions) {
        news |= !revisions.isEmpty();
        revisions.forEach(changes::commitRevised);
        ownership.commitsRevised(repository, revisions);
        deliveries.commitsRevised(repository, revisions);
        revisions.forEach(health::commitRevised);
        revisions.forEach(ledger::commitRevised);
        settle(repository);
    }

    private void settle(String repository) {
        reverts.settle(repository);
        deliveries.settle(repository);
        failures.settle(repository);
        queues.settle(repository);
    }

    private void deliveryRevised(Delivery before, Delivery after) {
        failures.deliveryRevised(before, after);
        queues.deliveryRevised(before, after);
    }

    private void incidentRevised(Incident before, Incident after) {
        news = true;
        ledger.incidentRevised(before, after);
    }

    private void deployRevised(Deploy before, Deploy after) {
        news = true;
        ledger.deployRevised(before, after);
        failures.deployRevised(before, after);
    }

    private void changeRevised(Change before, Change after) {
        news = true;
        ledger.changeRevised(before, after);
        reverts.changeRevised(before, after);
        deliveries.changeRevised(before, after);
        failures.changeRevised(before, after);
        queues.changeRevised(before, after);
    }

    private void buildRevised(Build before, Build after) {
        news = true;
        ledger.buildRevised(before, after);
        green.buildRevised(before, after);
        runs.buildRevised(before, after);
    }

    private void greenMoved(GreenLine.Move move) {
        deliveries.greenMoved(move);
        queues.greenMoved(move);
    }

    /** Each model that watches commits is told here. */
    private void ownersRevised(String repository, String sha, List<String> before, List<String> after) {
        deliveries.ownersRevised(repository, sha);
        reverts.ownersRevised(repository, sha);
        failures.ownersRevised(repository, sha);
    }

    private void observed(String repository, String source, Instant occurredAt, Instant receivedAt) {
        ledger.observed(repository, source, occurredAt.toEpochMilli(), receivedAt.toEpochMilli());
        landings.observed(occurredAt);
    }
}
