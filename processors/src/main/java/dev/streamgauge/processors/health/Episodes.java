package dev.streamgauge.processors.health;

import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The red episodes of each workflow. A build that comes, goes or moves has the walk repeated around it, and no further. */
final class Episodes {

    static final TableSpec<Step> STEPS =
            new TableSpec<>("main-health", "main-walk", Step.class, "the successes and failures on main");

    static final TableSpec<Episode> BY_POSITION = new TableSpec<>(
            "main-health", "red-episodes-on-main", Episode.class, "as many as red episodes, in commit order");

    private final Table<Step> steps;
    private final Table<Episode> episodes;
    private final Table<Episode> facts;
    private final Timeline timeline;

    Episodes(Tables tables) {
        this.steps = tables.table(STEPS);
        this.episodes = tables.table(BY_POSITION);
        this.facts = tables.table(MainHealth.EPISODES);
        this.timeline = new Timeline(tables);
    }

    void add(String repository, String workflow, Step step) {
        Key key = key(repository, workflow);
        steps.put(step.key(key), step);
        timeline.add(key, step);
        repair(repository, workflow, step, restart(key, step));
    }

    void remove(String repository, String workflow, Step step) {
        Key key = key(repository, workflow);
        steps.remove(step.key(key));
        timeline.remove(key, step);
        Step restart = restart(key, step);
        if (step.green()) {
            restart = Lattice.least(restart, firstUncovered(key, step));
        }
        repair(repository, workflow, step, restart);
    }

    /**
     * Where the walk may differ first because a success is gone: it had overtaken failures of earlier commits that were known later. Those
     * that became known after the next success of this commit or a later one are overtaken by that one.
     */
    private Step firstUncovered(Key workflow, Step gone) {
        Step next = new Walk(steps, workflow).firstGreen(gone.position());
        Step first = null;
        for (Step failure : timeline.failures(workflow, gone.position(), gone.at(), next == null ? null : next.at())) {
            Episode around = episodes.last(workflow, failure.key(workflow));
            first = Lattice.least(first, around != null && around.covers(failure) ? around.opener() : failure);
        }
        return first;
    }

    /** Where the walk is certain to be green whether the step is there or not. */
    private Step restart(Key workflow, Step step) {
        Step[] from = {step};
        episodes.descend(workflow, step.key(workflow).next(), episode -> {
            if (!episode.concernedBy(step)) {
                return false;
            }
            from[0] = episode.opener();
            return true;
        });
        return from[0];
    }

    /** Repeats the walk from a green place until it is green beyond the changed step where it was green before. */
    private void repair(String repository, String workflow, Step changed, Step from) {
        Key key = key(repository, workflow);
        Walk walk = new Walk(steps, key);
        List<Episode> repaired = new ArrayList<>();
        Step at = from;
        boolean inclusive = true;
        Step sync = null;
        while (true) {
            Search search = new Search(key, walk, changed);
            walk.from(at, inclusive, search::visit);
            if (search.opener == null) {
                sync = search.sync;
                break;
            }
            Episode episode = walk.open(repository, workflow, search.opener);
            repaired.add(episode);
            if (episode.open()) {
                break;
            }
            at = episode.closer();
            inclusive = false;
        }
        replace(key, from, sync, repaired);
    }

    /** Looks for the next failure that opens an episode, or for the place from which on everything is as before. */
    private final class Search {
        private final Key workflow;
        private final Walk walk;
        private final Step changed;
        private Step opener;
        private Step sync;

        Search(Key workflow, Walk walk, Step changed) {
            this.workflow = workflow;
            this.walk = walk;
            this.changed = changed;
        }

        boolean visit(Step step) {
            if (step.compareTo(changed) > 0 && !wasRed(step)) {
                sync = step;
                return false;
            }
            if (!step.green() && !walk.overtaken(step)) {
                opener = step;
                return false;
            }
            return true;
        }

        /** Whether the episodes as they stand say that main was red when the walk came to this step. */
        private boolean wasRed(Step step) {
            Episode before = episodes.last(workflow, step.key(workflow));
            return before != null && before.covers(step);
        }
    }

    /** An episode whose commit has moved on main is the same fact: it is known by the build that opened it. */
    private void replace(Key workflow, Step from, Step sync, List<Episode> repaired) {
        Key start = from.key(workflow);
        Key end = sync == null ? workflow.end() : sync.key(workflow);
        Set<Episode> stay = new HashSet<>(repaired);
        for (Episode old : episodes.list(start, end)) {
            if (!stay.contains(old)) {
                episodes.remove(old.opener().key(workflow));
                facts.remove(old.opener().build().appendTo(workflow));
            }
        }
        for (Episode episode : repaired) {
            Key key = episode.opener().key(workflow);
            if (!episode.equals(episodes.get(key))) {
                episodes.put(key, episode);
                facts.put(episode.opener().build().appendTo(workflow), episode);
            }
        }
    }

    private static Key key(String repository, String workflow) {
        return Key.of(repository).and(workflow);
    }
}
