package dev.streamgauge.processors.health;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Lattice;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The red episodes of each workflow. A build that comes, goes or moves has the walk repeated around it, and no further. */
final class Episodes {

    static final TableSpec<Episode> BY_POSITION = new TableSpec<>(
            "main-health", "red-episodes-on-main", Episode.class, "as many as red episodes, in commit order");

    private final Walk walk;
    private final Timeline timeline;
    private final Table<Episode> episodes;
    private final Table<Episode> facts;
    private final Blame blame;

    /** Knows the changes of the commit at a position, sorted. */
    @FunctionalInterface
    interface Blame {
        List<String> changesAt(String repository, Position position);
    }

    Episodes(Tables tables, Blame blame) {
        this.walk = new Walk(tables);
        this.timeline = new Timeline(tables);
        this.episodes = tables.table(BY_POSITION);
        this.facts = tables.table(MainHealth.EPISODES);
        this.blame = blame;
    }

    void add(Workflow workflow, Step step) {
        Key key = workflow.key();
        walk.add(key, step);
        if (!step.green()) {
            timeline.add(key, step);
        }
        repair(workflow, restart(key, step), new Repair(key, walk, episodes, step, 1));
    }

    void remove(Workflow workflow, Step step) {
        Key key = workflow.key();
        walk.remove(key, step);
        Step restart = restart(key, step);
        if (step.green()) {
            restart = Lattice.least(restart, firstUncovered(key, step));
        } else {
            timeline.remove(key, step);
        }
        repair(workflow, restart, new Repair(key, walk, episodes, step, -1));
    }

    /** Whether the walk still needs a step: an episode that is not over covers it, or it overtakes what is heard late of earlier commits. */
    boolean needs(Workflow workflow, Step step, long horizon) {
        Episode around = episodes.last(workflow.key(), step.key(workflow.key()).next());
        return (around != null && around.covers(step) && !around.endedBefore(horizon))
                || walk.isLastGreenBefore(workflow.key(), step, horizon);
    }

    void forget(Workflow workflow, Step step) {
        walk.forget(workflow.key(), step);
        if (!step.green()) {
            timeline.forget(workflow.key(), step);
        }
    }

    /** Forgets what goes with an episode that is forgotten. */
    void forget(Episode episode) {
        Key workflow = new Workflow(episode.repository(), episode.workflow()).key();
        episodes.forget(episode.opener().key(workflow));
    }

    /** Looks again which changes turned main red, if a step did. */
    void blameAgain(Workflow workflow, Step step) {
        Episode episode = episodes.get(step.key(workflow.key()));
        if (episode != null) {
            put(workflow.key(), episode.blamedOn(blame.changesAt(workflow.repository(), step.position())));
        }
    }

    /**
     * Where the walk may differ first because a success is gone: it had overtaken failures of earlier commits that were known later. Those
     * that became known after the next success of this commit or a later one are overtaken by that one.
     */
    private Step firstUncovered(Key workflow, Step gone) {
        Step next = walk.firstGreen(workflow, gone.position());
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

    private void repair(Workflow workflow, Step from, Repair repair) {
        List<Episode> repaired =
                repair.from(from).stream().map(red -> episode(workflow, red)).toList();
        replace(workflow.key(), from, repair.sync(), repaired);
    }

    private Episode episode(Workflow workflow, Repair.Red red) {
        return new Episode(
                workflow.repository(),
                workflow.name(),
                red.opener(),
                red.closer(),
                red.tally(),
                blame.changesAt(workflow.repository(), red.opener().position()));
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
            if (!episode.equals(episodes.get(episode.opener().key(workflow)))) {
                put(workflow, episode);
            }
        }
    }

    private void put(Key workflow, Episode episode) {
        episodes.put(episode.opener().key(workflow), episode);
        facts.put(episode.opener().build().appendTo(workflow), episode);
    }
}
