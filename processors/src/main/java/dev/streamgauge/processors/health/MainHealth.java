package dev.streamgauge.processors.health;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.landings.CommitRevision;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.Objects;

/** The builds of a repository, and whether main is green by them. */
public final class MainHealth {

    public static final TableSpec<Build> BUILDS = new TableSpec<>(
            "main-health",
            "builds",
            Build.class,
            "the attempts of runs within memory, and those that red episodes, commits or changes that are not over need");
    public static final TableSpec<BuildRef> BUILDS_OF_COMMIT =
            new TableSpec<>("main-health", "builds-of-commit", BuildRef.class, "as many as builds");

    public static final TableSpec<Episode> EPISODES = new TableSpec<>(
            "main-health", "red-episodes", Episode.class, "the red episodes that are open or ended within memory");

    private final Table<Build> builds;
    private final Table<BuildRef> buildsOfCommit;
    private final Episodes episodes;
    private final Landings landings;
    private final Listener listener;

    /** Told of each revision of a build; before is null for a new one. */
    @FunctionalInterface
    public interface Listener {
        void revised(Build before, Build after);
    }

    public MainHealth(Tables tables, Landings landings, Listener listener) {
        this.builds = tables.table(BUILDS);
        this.buildsOfCommit = tables.table(BUILDS_OF_COMMIT);
        this.episodes = new Episodes(tables, landings::changesAt);
        this.landings = landings;
        this.listener = listener;
    }

    /** Learns from a build's snapshot. Jobs are parts of their run and do not count beside it. */
    public void apply(BuildChanged event) {
        if (event.getJob() != null) {
            return;
        }
        Build snapshot = Build.of(event);
        Build before = builds.get(key(snapshot));
        Build after = before == null ? snapshot : before.merge(snapshot);
        if (before == null || !before.sha().equals(after.sha())) {
            if (before != null) {
                buildsOfCommit.remove(commitKey(before));
            }
            buildsOfCommit.put(commitKey(after), after.ref());
        }
        revise(before, after.at(landings.commit(after.repository(), after.sha()).position()));
    }

    /** An attempt of a run, as its snapshots say together; null: nothing is known of it. */
    public Build build(String repository, BuildRef ref) {
        return builds.get(ref.appendTo(Key.of(repository)));
    }

    /** Learns from a commit of which more is known: its builds may have another place on main, or be another change's. */
    public void commitRevised(CommitRevision revision) {
        boolean sameChanges = revision.membershipAfter()
                .changes()
                .equals(revision.membershipBefore().changes());
        if (sameChanges && !revision.moved()) {
            return;
        }
        String repository = revision.repository();
        Position position = revision.after().position();
        Key commit = Key.of(repository).and(revision.after().sha());
        for (BuildRef ref : buildsOfCommit.list(commit, commit.end())) {
            Build before = builds.get(ref.appendTo(Key.of(repository)));
            if (revision.moved()) {
                revise(before, before.at(position));
            } else if (before.step() != null) {
                episodes.blameAgain(workflow(before), before.step());
            }
        }
    }

    /** Whether a build of a commit is remembered. */
    public boolean remembersBuildsOf(String repository, String sha) {
        Key commit = Key.of(repository).and(sha);
        return buildsOfCommit.first(commit, commit.end()) != null;
    }

    /** Whether a build that is over takes part in what is not. */
    public boolean needs(Build build, long horizon) {
        return build.step() != null && episodes.needs(workflow(build), build.step(), horizon);
    }

    /** Forgets what goes with a build that is forgotten. */
    public void forget(Build build) {
        buildsOfCommit.forget(commitKey(build));
        if (build.step() != null) {
            episodes.forget(workflow(build), build.step());
        }
    }

    /** Forgets what goes with an episode that is forgotten. */
    public void forget(Episode episode) {
        episodes.forget(episode);
    }

    private void revise(Build before, Build after) {
        if (after.equals(before)) {
            return;
        }
        builds.put(key(after), after);
        Step old = before == null ? null : before.step();
        Step now = after.step();
        if (!Objects.equals(old, now) || (old != null && !before.workflow().equals(after.workflow()))) {
            if (old != null) {
                episodes.remove(workflow(before), old);
            }
            if (now != null) {
                episodes.add(workflow(after), now);
            }
        }
        listener.revised(before, after);
    }

    private static Workflow workflow(Build build) {
        return new Workflow(build.repository(), build.workflow());
    }

    private static Key key(Build build) {
        return build.ref().appendTo(Key.of(build.repository()));
    }

    private static Key commitKey(Build build) {
        return build.ref().appendTo(Key.of(build.repository()).and(build.sha()));
    }
}
