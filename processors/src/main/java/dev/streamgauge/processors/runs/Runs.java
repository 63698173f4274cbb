package dev.streamgauge.processors.runs;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.BuildRef;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;

/** The runs of a repository and their jobs. */
public final class Runs {

    public static final TableSpec<Job> JOBS =
            new TableSpec<>("runs", "jobs", Job.class, "the jobs in the attempts of runs within memory");

    private final Table<Job> jobs;
    private final FirstVerdicts firstVerdicts;
    private final FirstRuns firstRuns;
    private final NextGreens nextGreens;
    private final boolean circleci;

    public Runs(Tables tables, Definitions definitions) {
        this.jobs = tables.table(JOBS);
        this.firstVerdicts = new FirstVerdicts(tables);
        this.firstRuns = new FirstRuns(tables);
        this.nextGreens = new NextGreens(tables);
        this.circleci = definitions.answersIn(Profile.CIRCLECI);
    }

    /**
     * Learns from a job's snapshot. Whole runs come as builds.
     *
     * @return whether it told something new
     */
    public boolean apply(BuildChanged event) {
        if (event.getJob() == null) {
            return false;
        }
        Job snapshot = Job.of(event);
        Job before = jobs.get(snapshot.key());
        Job after = before == null ? snapshot : before.merge(snapshot);
        if (after.equals(before)) {
            return false;
        }
        jobs.put(snapshot.key(), after);
        return true;
    }

    /** A job of an attempt of a run, as its snapshots say together; null: nothing is known of it. */
    public Build job(String repository, BuildRef ref, String name) {
        Job job = jobs.get(ref.appendTo(Key.of(repository)).and(name));
        return job == null ? null : job.build();
    }

    /** Whether a job of an attempt of a run is known. */
    public boolean hasJobs(String repository, BuildRef ref) {
        Key attempt = ref.appendTo(Key.of(repository));
        return jobs.first(attempt, attempt.end()) != null;
    }

    /** Learns from a revised build; before is null for a new one. */
    public void buildRevised(Build before, Build after) {
        if (before != null && sameHere(before, after)) {
            return;
        }
        if (before != null && before.finished()) {
            remove(before);
        }
        if (after.finished()) {
            add(after);
        }
    }

    /** Whether a build that is over decides about others that are not. */
    public boolean needs(Build build, long horizon) {
        if (!build.finished()) {
            return false;
        }
        return firstRuns.needs(build, horizon)
                || (build.speaksForMain()
                        && (firstVerdicts.needs(build, horizon) || (circleci && nextGreens.needs(build, horizon))));
    }

    /** Forgets what goes with a build that is forgotten. */
    public void forget(Build build) {
        if (build.finished()) {
            firstRuns.forget(build);
        }
        if (build.speaksForMain()) {
            firstVerdicts.forget(build);
            if (circleci) {
                nextGreens.forget(build);
            }
        }
    }

    /** Its place on main, how it started and why it failed do not matter here. */
    private static boolean sameHere(Build before, Build after) {
        return before.finished() == after.finished()
                && (!after.finished() || End.of(before).equals(End.of(after)))
                && before.speaksForMain() == after.speaksForMain()
                && BranchClass.of(before) == BranchClass.of(after)
                && before.workflow().equals(after.workflow())
                && before.sha().equals(after.sha());
    }

    private void add(Build build) {
        firstRuns.add(build);
        if (build.speaksForMain()) {
            firstVerdicts.add(build);
            if (circleci) {
                nextGreens.add(build);
            }
        }
    }

    private void remove(Build build) {
        firstRuns.remove(build);
        if (build.speaksForMain()) {
            firstVerdicts.remove(build);
            if (circleci) {
                nextGreens.remove(build);
            }
        }
    }
}
