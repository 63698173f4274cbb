package dev.streamgauge.processors.deliveries;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.integration.GreenLine;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.ownership.Ownership;
import dev.streamgauge.processors.staircase.Range;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The deliveries of a repository. An event first moves deploys on the staircases and notes which changes that may concern;
 * {@link #settle} then decides those changes anew.
 */
public final class Deliveries {

    public static final TableSpec<Lanes> LANES = new TableSpec<>(
            "deliveries", "lanes", Lanes.class, "one row per repository: its services and environments");
    public static final TableSpec<LaneState> LANE_STATES = new TableSpec<>(
            "deliveries",
            "lane-states",
            LaneState.class,
            "the services with their production environments, and other environments with a deploy within memory");
    public static final TableSpec<Delivery> DELIVERIES = new TableSpec<>(
            "deliveries", "deliveries", Delivery.class, "the remembered changes, per service and environment");
    public static final TableSpec<Deploy> DEPLOYS = new TableSpec<>(
            "deliveries",
            "deploys",
            Deploy.class,
            "the attempts to deploy within memory, and those that the next one of their lane is measured against");

    /** A change that is to be decided anew in a lane. */
    private record Open(String change, Lane lane) {}

    private final DeployedCommits commits;
    private final LaneDeploys deploys;
    private final LaneStates states;
    private final GreenMoves greenMoves;
    private final Decision decision;
    private final Sources sources;
    private final Listeners listeners;
    private final Table<Lanes> lanes;
    private final Table<Delivery> deliveries;
    private final Table<Deploy> facts;
    private final Set<Open> open = new LinkedHashSet<>();
    private final Definitions definitions;
    private final LongSupplier horizon;

    /**
     * The models that deliveries build on.
     *
     * @param horizon epoch milliseconds: what was delivered before is settled
     */
    public record Sources(
            Landings landings, Changes changes, Ownership ownership, GreenLine green, LongSupplier horizon) {}

    /** Who is told of what was revised. */
    public record Listeners(DeployListener deploys, DeliveryListener deliveries) {}

    public Deliveries(Tables tables, Definitions definitions, Sources sources, Listeners listeners) {
        this.commits = new DeployedCommits(tables, sources.landings(), sources.ownership(), new Moves());
        this.deploys = new LaneDeploys(tables);
        this.states = new LaneStates(tables, deploys, definitions);
        this.greenMoves = new GreenMoves(tables, deploys, sources.landings(), definitions);
        this.decision = new Decision(deploys, commits, sources.green(), definitions);
        this.sources = sources;
        this.definitions = definitions;
        this.horizon = sources.horizon();
        this.listeners = listeners;
        this.lanes = tables.table(LANES);
        this.deliveries = tables.table(DELIVERIES);
        this.facts = tables.table(DEPLOYS);
    }

    /** Learns from a deploy's snapshot; answers the attempt as all of its snapshots say together. */
    public Deploy apply(DeployChanged event) {
        Deploy deploy = commits.apply(event);
        Lanes known = lanes.get(Key.of(deploy.repository()));
        Lanes more = (known == null ? Lanes.NONE : known).with(deploy.ref().lane());
        if (!more.equals(known)) {
            lanes.put(Key.of(deploy.repository()), more);
        }
        return deploy;
    }

    /** Learns from commits of which more is known: the deploys that depend on them may belong elsewhere. */
    public void commitsRevised(String repository, List<CommitRevision> revisions) {
        commits.commitsRevised(repository, revisions);
    }

    /** Learns that other changes own a watched commit. */
    public void ownersRevised(String repository, String sha) {
        commits.rejoin(repository, sha);
    }

    /** Learns from a change that was revised. Unless it may be elsewhere on main, or another's commits are its own, it stays in its lanes. */
    public void changeRevised(Change before, Change after) {
        boolean moved = !Objects.equals(before.landing(), after.landing())
                || !before.watched().equals(after.watched())
                || !Objects.equals(before.services(), after.services());
        if (!moved) {
            reopen(after.repository(), after.id());
            return;
        }
        for (Lane lane : lanesOf(after.repository())) {
            if (Decision.concerns(before, lane) || Decision.concerns(after, lane)) {
                open.add(new Open(after.id(), lane));
            }
        }
    }

    /** Learns that a part of main was green at another moment: that does not change which lanes its changes are in. */
    public void greenMoved(GreenLine.Move move) {
        greenMoves.concernedBy(move, lanesOf(move.repository())).forEach(change -> reopen(move.repository(), change));
    }

    /** Decides what is open. */
    public void settle(String repository) {
        for (Open each : open) {
            Change change = sources.changes().change(repository, each.change());
            Key key = each.lane().appendTo(changeKey(repository, each.change()));
            Delivery before = deliveries.get(key);
            if (before != null && !before.isInFlight() && before.at() < horizon.getAsLong()) {
                continue; // what it was decided by may be forgotten
            }
            Delivery after = decision.decide(change, each.lane());
            greenMoves.deliveryRevised(before, after, change.landing());
            if (!Objects.equals(before, after)) {
                deliveries.put(key, after);
                states.deliveryRevised(before, after);
                listeners.deliveries().revised(before, after);
            }
        }
        open.clear();
        states.settle(repository);
    }

    /** The lanes of a repository, sorted. */
    public List<Lane> lanesOf(String repository) {
        Lanes known = lanes.get(Key.of(repository));
        return known == null ? List.of() : known.lanes();
    }

    /** How a change stands in the lanes that it has reached, or is on its way to, as of the last settlement. */
    public List<Delivery> of(String repository, String change) {
        Key key = changeKey(repository, change);
        return deliveries.list(key, key.end());
    }

    /** The deploy to a lane that first went beyond a position; null: none yet. */
    public Finish beyond(String repository, Lane lane, Position position) {
        return deploys.finished().staircase().beyond(lane.appendTo(Key.of(repository)), position);
    }

    /** Whether a deploy of a commit is remembered. */
    public boolean remembersDeploysOf(String repository, String sha) {
        return commits.remembersDeploysOf(repository, sha);
    }

    /**
     * Whether later deploys to its lane will be measured against a deploy that is over: there the lane begins. A lane outside production
     * in which nothing has finished since the horizon is over itself.
     */
    public boolean isMeasure(Deploy deploy, long horizonMs) {
        return deploys.leadsAt(deploy, horizonMs)
                && !isOver(deploy.repository(), deploy.ref().lane(), horizonMs);
    }

    /** Whether a lane is over. */
    public boolean isOver(String repository, Lane lane, long horizonMs) {
        return !definitions.isProduction(lane.environment()) && deploys.idle(repository, lane, horizonMs);
    }

    /** Whether a deploy to a lane is remembered. */
    public boolean remembersDeploysTo(String repository, Lane lane) {
        Key key = lane.appendTo(Key.of(repository));
        return facts.first(key, key.end()) != null;
    }

    /** Forgets what goes with a deploy that is forgotten. */
    public void forget(Deploy deploy) {
        deploys.forget(deploy);
        commits.forget(deploy);
        if (!deploy.finished()) {
            states.touch(deploy.ref().lane()); // it holds the lane no more; what ran there last is still said
            states.settle(deploy.repository());
        }
    }

    /** Forgets what goes with a change that is forgotten. */
    public void forgetChange(String repository, String change) {
        for (Delivery delivery : of(repository, change)) {
            deliveries.forget(delivery.lane().appendTo(changeKey(repository, change)));
            states.forget(delivery);
            greenMoves.forget(delivery);
        }
        states.settle(repository);
    }

    /** Forgets what goes with a commit that is forgotten. */
    public void forgetCommit(String repository, String sha) {
        commits.forgetCommit(repository, sha);
    }

    /** Forgets a lane. */
    public void forgetLane(String repository, Lane lane) {
        Lanes known = lanes.get(Key.of(repository));
        lanes.put(Key.of(repository), known.without(lane));
    }

    private void reopen(String repository, String change) {
        of(repository, change).forEach(delivery -> open.add(new Open(change, delivery.lane())));
    }

    /** Has the owners of a commit decided anew in a lane. */
    private void openOwners(String repository, String sha, Lane lane) {
        sources.ownership().owners(repository, sha).forEach(owner -> open.add(new Open(owner, lane)));
    }

    private void visit(String repository, Range range, Consumer<String> visitor) {
        sources.landings().between(repository, range.after(), range.upTo(), commit -> {
            commit.changes().forEach(visitor);
            return true;
        });
    }

    private static Key changeKey(String repository, String change) {
        return Key.of(repository).and(change);
    }

    /** Notes which changes a deploy concerns. */
    private final class Moves implements DeployedCommits.Listener {

        @Override
        public void revised(Deploy before, Deploy after) {
            Lane lane = after.ref().lane();
            for (Range range : deploys.move(before, after)) {
                visit(after.repository(), range, change -> open.add(new Open(change, lane)));
            }
            for (Deploy deploy : before == null ? List.of(after) : List.of(before, after)) {
                openOwners(deploy.repository(), deploy.sha(), lane);
                commits.picks(deploy.repository(), deploy.sha())
                        .forEach(pick -> openOwners(deploy.repository(), pick, lane));
            }
            states.touch(lane);
            listeners.deploys().revised(before, after);
        }

        @Override
        public void carried(String repository, String picked, List<DeployRef> refs) {
            refs.stream().map(DeployRef::lane).distinct().forEach(lane -> openOwners(repository, picked, lane));
        }
    }
}
