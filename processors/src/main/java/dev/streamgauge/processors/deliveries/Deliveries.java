package dev.streamgauge.processors.deliveries;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.ownership.Ownership;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The deliveries of a repository. An event first moves deploys on the staircases and notes which changes that may concern;
 * {@link #settle} then decides those changes anew.
 */
public final class Deliveries {

    public static final TableSpec<Lanes> LANES = new TableSpec<>(
            "deliveries", "lanes", Lanes.class, "one row per repository: its services and environments");
    public static final TableSpec<Delivery> DELIVERIES =
            new TableSpec<>("deliveries", "deliveries", Delivery.class, "landed changes, per service and environment");

    public static final TableSpec<Deploy> DEPLOYS =
            new TableSpec<>("deliveries", "deploys", Deploy.class, "the attempts to deploy");

    /** A change that is to be decided anew in a lane. */
    private record Open(String change, Lane lane) {}

    private final DeployedCommits deployed;
    private final Staircase staircase;
    private final Ownership ownership;
    private final Landings landings;
    private final Changes changes;
    private final Table<Lanes> lanes;
    private final Table<Delivery> deliveries;
    private final Set<Open> open = new LinkedHashSet<>();

    public Deliveries(Tables tables, Landings landings, Changes changes, Ownership ownership, DeployListener listener) {
        this.deployed = new DeployedCommits(tables, landings, ownership, this::deployMoved, listener);
        this.ownership = ownership;
        this.staircase = new Staircase(tables);
        this.landings = landings;
        this.changes = changes;
        this.lanes = tables.table(LANES);
        this.deliveries = tables.table(DELIVERIES);
    }

    /** Learns from a deploy's snapshot. */
    public void apply(DeployChanged event) {
        Deploy deploy = deployed.apply(event);
        Lanes known = lanes(deploy.repository());
        List<Lane> more = Lattice.with(known.lanes(), deploy.ref().lane());
        if (more != known.lanes()) {
            lanes.put(Key.of(deploy.repository()), new Lanes(more));
        }
    }

    /** Learns from commits of which more is known: the deploys that depend on them may belong elsewhere. */
    public void commitsRevised(String repository, List<CommitRevision> revisions) {
        deployed.commitsRevised(repository, revisions);
    }

    /** Learns that other changes own a watched commit. */
    public void ownersRevised(String repository, String sha) {
        deployed.rejoin(repository, sha);
    }

    /** Learns from a change that was revised. */
    public void changeRevised(Change change) {
        for (Lane lane : lanes(change.repository()).lanes()) {
            open.add(new Open(change.id(), lane));
        }
    }

    /** The lanes of a repository, sorted. */
    public List<Lane> lanesOf(String repository) {
        return lanes(repository).lanes();
    }

    /** The deploy to a lane that first went beyond a position; null: none yet. */
    public Finish beyond(String repository, Lane lane, Position position) {
        return staircase.beyond(lane.appendTo(Key.of(repository)), position);
    }

    /** Decides what is open. */
    public void settle(String repository) {
        for (Open each : open) {
            Change change = changes.change(repository, each.change());
            Key key = each.lane().appendTo(Key.of(repository).and(each.change()));
            Delivery decided = decide(change, each.lane());
            if (decided == null ? deliveries.get(key) != null : !decided.equals(deliveries.get(key))) {
                deliveries.put(key, decided);
            }
        }
        open.clear();
    }

    private void deployMoved(Deploy before, Deploy after) {
        if (before != null && before.ranks()) {
            open(before, staircase.remove(laneKey(before), before.finish()));
        }
        if (after.ranks()) {
            open(after, staircase.add(laneKey(after), after.finish()));
        }
        for (Deploy deploy : before == null ? List.of(after) : List.of(before, after)) {
            for (String owner : ownership.owners(deploy.repository(), deploy.sha())) {
                open.add(new Open(owner, deploy.ref().lane()));
            }
        }
    }

    private void open(Deploy deploy, Staircase.Range range) {
        if (range != null) {
            landings.between(deploy.repository(), range.after(), range.upTo(), commit -> {
                commit.changes()
                        .forEach(
                                change -> open.add(new Open(change, deploy.ref().lane())));
                return true;
            });
        }
    }

    private Delivery decide(Change change, Lane lane) {
        Finish owned = deployed.firstOf(change, lane);
        Finish reaching = null;
        if (change.landed()) {
            Key key = lane.appendTo(Key.of(change.repository()));
            reaching = staircase.reaching(key, change.landing());
            if (reaching != null && staircase.isFirst(key, reaching)) {
                return owned == null ? Delivery.baseline(change, lane) : Delivery.of(change, lane, owned, "owned_sha");
            }
        }
        if (owned != null && (reaching == null || owned.compareTo(reaching) <= 0)) {
            return Delivery.of(change, lane, owned, "owned_sha");
        }
        return reaching == null ? null : Delivery.of(change, lane, reaching, "position");
    }

    private Lanes lanes(String repository) {
        Lanes known = lanes.get(Key.of(repository));
        return known == null ? new Lanes(List.of()) : known;
    }

    private static Key laneKey(Deploy deploy) {
        return deploy.ref().lane().appendTo(Key.of(deploy.repository()));
    }
}
