package dev.streamgauge.processors.queues;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.deliveries.Delivery;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.BuildRef;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.Membership;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Who waits in the queues of a repository. An event notes whom it concerns; {@link #settle} then decides about them. */
public final class Queues implements QueueKeeper {

    public static final TableSpec<Item> ITEMS = new TableSpec<>(
            "queues",
            "items",
            Item.class,
            "what waits, until twice its expiry; and what was told of, or left, within the hour");

    /** Apart from the items: a change that left a queue comes back when a late event says so, and is as old as was said before. */
    public static final TableSpec<Hints> SAID = new TableSpec<>(
            "queues",
            "said",
            Hints.class,
            "what was said of a request beside its facts, until twice the expiry of the queues in which changes wait");

    private static final String CHANGE = "change";
    private static final String DELIVERY = "delivery";
    private static final String BUILD = "build";
    private static final String DEPLOY = "deploy";

    private final Table<Item> items;
    private final Table<Hints> said;
    private final Integrations integrations;
    private final Facts facts;
    private final Terms terms;
    private final Map<String, Hints> changes = new LinkedHashMap<>();

    /**
     * How long things matter.
     *
     * @param now the wall clock, epoch milliseconds
     */
    public record Terms(Expiry expiry, LongSupplier now) {}

    public Queues(Tables tables, Facts facts, Terms terms) {
        this.items = tables.table(ITEMS);
        this.said = tables.table(SAID);
        this.integrations = new Integrations(tables, facts);
        this.facts = facts;
        this.terms = terms;
    }

    /** What is forgotten in the end; the horizon is the wall clock's now. */
    public static List<Expiring<?>> expiring(Expiry expiry) {
        return List.of(
                new Expiring<>(ITEMS, (item, now) -> item.isOver(expiry, now)),
                new Expiring<>(SAID, (hints, now) -> hints.areOver(expiry, now)),
                new Expiring<>(Integrations.INTEGRATING, (row, now) -> row.expiresAt() <= now));
    }

    @Override
    public void apply(BuildChanged event) {
        String repository = event.getRepository();
        BuildRef ref = new BuildRef(event.getRunId(), event.getAttempt());
        Hints hints = Hints.of(event);
        if (event.getJob() == null) {
            build(repository, ref, "", facts.builds().build(repository, ref), hints);
            return;
        }
        Key run = buildKey(repository, ref, "");
        Item whole = items.get(run);
        if (whole != null && !whole.stays().isEmpty()) {
            put(run, whole.replaced());
        }
        build(repository, ref, event.getJob(), facts.jobs().job(repository, ref, event.getJob()), hints);
    }

    private void build(String repository, BuildRef ref, String job, Build build, Hints said) {
        Key key = buildKey(repository, ref, job);
        Hints hints = hints(key).merge(said);
        List<Stay> stays = BuildStays.of(build, hints);
        boolean replaced = job.isEmpty() && !stays.isEmpty() && facts.jobs().hasJobs(repository, ref);
        String name = ref.runId() + "/" + ref.attempt() + (job.isEmpty() ? "" : "/" + job);
        put(
                key,
                new Item(
                        repository,
                        name,
                        hints.told().last(),
                        hints.url(),
                        null,
                        BuildStays.unsettled(build, hints),
                        hints,
                        replaced ? List.of() : stays));
    }

    @Override
    public void apply(DeployChanged event, Deploy deploy) {
        Key key = deploy.ref().appendTo(Key.of(deploy.repository()).and(DEPLOY));
        Hints hints = hints(key).merge(Hints.of(event));
        String name = deploy.ref().deployId() + "/" + deploy.ref().attempt();
        put(
                key,
                new Item(
                        deploy.repository(),
                        name,
                        hints.told().last(),
                        hints.url(),
                        null,
                        false,
                        hints,
                        DeployStays.of(deploy, hints)));
    }

    @Override
    public void apply(ReviewChanged event) {
        String id = Membership.requestId(event.getRepository(), event.getRequest());
        changes.merge(id, Hints.of(event), Hints::merge);
    }

    @Override
    public void changeRevised(Change before, Change after) {
        touch(after.id());
    }

    @Override
    public void deliveryRevised(Delivery before, Delivery after) {
        Delivery any = after == null ? before : after;
        if (facts.isProduction(any.lane())) {
            touch(any.change());
            if (after == null) {
                items.put(deliveryKey(any), null);
            }
        }
    }

    @Override
    public void greenMoved(GreenLine.Move move) {
        integrations.concernedBy(move).forEach(this::touch);
    }

    private void touch(String change) {
        changes.merge(change, Hints.NONE, Hints::merge);
    }

    @Override
    public void settle(String repository) {
        changes.forEach((id, said) -> decide(facts.changes().change(repository, id), said));
        changes.clear();
    }

    private void decide(Change change, Hints news) {
        Key key = Key.of(change.repository()).and(CHANGE).and(change.id());
        Item known = items.get(key);
        Hints hints = remember(key, news);
        List<Delivery> deliveries = facts.toProduction(change);
        deliveries.forEach(delivery -> put(deliveryKey(delivery), onItsWay(change, delivery)));
        Long integratedAt = change.landed() ? facts.integratedAt(change, deliveries) : null;
        Item item = new Item(
                change.repository(),
                change.id(),
                toldAt(change, hints),
                change.url(),
                change.landing(),
                false,
                Hints.NONE,
                ChangeStays.of(change, hints, integratedAt));
        integrations.moved(known, put(key, item), terms.expiry());
    }

    /** All that was said of a change. */
    private Hints remember(Key key, Hints news) {
        Hints known = said.get(key);
        Hints all = known == null ? news : known.merge(news);
        if (!all.equals(known) && !all.areOver(terms.expiry(), terms.now().getAsLong())) {
            said.put(key, all);
        }
        return all;
    }

    /** What was said of its request may be forgotten by the time that a lane is first heard of: only facts say how old it is. */
    private static Item onItsWay(Change change, Delivery delivery) {
        long landed = delivery.landedAt() == null ? toldAt(change, Hints.NONE) : delivery.landedAt();
        return new Item(
                change.repository(),
                change.id(),
                delivery.isDelivered() ? Math.max(landed, delivery.at()) : landed,
                change.url(),
                null,
                false,
                Hints.NONE,
                change.published() ? DeployStays.of(delivery) : List.of());
    }

    /** A change that nobody told of by an event of its own was told of when it landed. */
    private static long toldAt(Change change, Hints hints) {
        Long said = change.review() == null ? null : (Long) change.review().stateAt();
        Long told = Lattice.greatest(
                Lattice.greatest(change.landedAt(), hints.told().last()), said);
        return told == null ? Long.MIN_VALUE / 2 : told;
    }

    private Hints hints(Key key) {
        Item known = items.get(key);
        return known == null ? Hints.NONE : known.hints();
    }

    /** Answers the item; null: it is over. */
    private Item put(Key key, Item item) {
        Item kept = item.isOver(terms.expiry(), terms.now().getAsLong()) ? null : item;
        Item known = items.get(key);
        if (kept == null ? known != null : !kept.equals(known)) {
            items.put(key, kept);
        }
        return kept;
    }

    private static Key buildKey(String repository, BuildRef ref, String job) {
        return ref.appendTo(Key.of(repository).and(BUILD)).and(job);
    }

    private static Key deliveryKey(Delivery delivery) {
        Key key = Key.of(delivery.repository()).and(DELIVERY).and(delivery.change());
        return delivery.lane().appendTo(key);
    }
}
