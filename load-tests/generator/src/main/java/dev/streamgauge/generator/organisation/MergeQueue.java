package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.Commit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A merge queue: requests are built together, and land together in one push; one that fails is put out and comes again. */
final class MergeQueue {
    private static final int BATCH = 4;

    private final Repository home;
    private final Landings landings;
    private final Deque<ChangeRequest> waiting = new ArrayDeque<>();
    private boolean busy;

    MergeQueue(Repository home, Landings landings) {
        this.home = home;
        this.landings = landings;
    }

    void enqueue(ChangeRequest request) {
        request.enqueued();
        waiting.add(request);
        if (!busy) {
            busy = true;
            home.clock.in(home.dice.between(2, 25) * WorkHours.MINUTE, this::build);
        }
    }

    private void build() {
        home.ci.mergeGroup(home.nextSha());
        home.clock.in(home.dice.between(10, 30) * WorkHours.MINUTE, this::finish);
    }

    private void finish() {
        if (home.dice.chance(0.08)) {
            evict(waiting.remove());
        }
        List<ChangeRequest> batch = new ArrayList<>();
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        if (!batch.isEmpty()) {
            land(batch);
        }
        busy = !waiting.isEmpty();
        if (busy) {
            home.clock.in(WorkHours.MINUTE, this::build);
        }
    }

    private void evict(ChangeRequest request) {
        request.evicted();
        home.clock.at(home.after(request.author, 60, 2), () -> enqueue(request));
    }

    private void land(List<ChangeRequest> batch) {
        List<List<Commit>> strands = new ArrayList<>();
        String parent = home.main.head();
        for (ChangeRequest request : batch) {
            Commit squash = landings.squash(request, parent);
            strands.add(List.of(squash));
            parent = squash.getSha();
        }
        landings.land(strands);
        for (int index = 0; index < batch.size(); index++) {
            String sha = strands.get(index).get(0).getSha();
            home.main.name(sha, batch.get(index).number);
            batch.get(index).merged(sha);
        }
    }
}
