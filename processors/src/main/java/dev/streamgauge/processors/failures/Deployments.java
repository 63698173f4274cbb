package dev.streamgauge.processors.failures;

import dev.streamgauge.processors.deliveries.DeployRef;
import dev.streamgauge.processors.deliveries.Finish;
import dev.streamgauge.processors.deliveries.Lane;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.List;

/** The deployments, which are the successful deploys but for resyncs: by lane, and by the deploy's id. */
final class Deployments {

    static final TableSpec<Finish> OF_LANE = new TableSpec<>(
            "failures", "deployments", Finish.class, "the remembered successful deploys that changed what runs");
    static final TableSpec<DeployRef> OF_ID =
            new TableSpec<>("failures", "deployments-by-id", DeployRef.class, "as many as deployments");

    private final Table<Finish> ofLane;
    private final Table<DeployRef> ofId;

    Deployments(Tables tables) {
        this.ofLane = tables.table(OF_LANE);
        this.ofId = tables.table(OF_ID);
    }

    void add(Track track, Finish deploy) {
        ofLane.put(deploy.appendTo(track.key()), deploy);
        ofId.put(idKey(track, deploy), track.ref(deploy));
    }

    void remove(Track track, Finish deploy) {
        ofLane.remove(deploy.appendTo(track.key()));
        ofId.remove(idKey(track, deploy));
    }

    void forget(Track track, Finish deploy) {
        ofLane.forget(deploy.appendTo(track.key()));
        ofId.forget(idKey(track, deploy));
    }

    boolean contains(Track track, Finish deploy) {
        return ofLane.get(deploy.appendTo(track.key())) != null;
    }

    /** The deployment before a deploy; null: none. */
    Finish before(Track track, Finish deploy) {
        Key lane = track.key();
        return ofLane.last(lane, deploy.appendTo(lane));
    }

    /** The deployment after a deploy; null: none. */
    Finish after(Track track, Finish deploy) {
        Key lane = track.key();
        return ofLane.first(deploy.appendTo(lane).next(), lane.end());
    }

    /** The last deployment that had finished at an instant; null: none. */
    Finish lastAt(Track track, long instant) {
        Key lane = track.key();
        return ofLane.last(lane, lane.and(instant).end());
    }

    /** The first deployment with an id in each lane. */
    List<DeployRef> firstOf(String repository, String deployId) {
        Key id = Key.of(repository).and(deployId);
        List<DeployRef> first = new ArrayList<>();
        Lane[] seen = {null};
        ofId.ascend(id, id.end(), deploy -> {
            if (!deploy.lane().equals(seen[0])) {
                first.add(deploy);
            }
            seen[0] = deploy.lane();
            return true;
        });
        return first;
    }

    private static Key idKey(Track track, Finish deploy) {
        return deploy.appendTo(track.lane().appendTo(Key.of(track.repository()).and(deploy.deployId())));
    }
}
