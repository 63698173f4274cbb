package dev.streamgauge.processors.health;

import java.util.List;
import java.util.Objects;

/**
 * A time in which a workflow was red on main.
 *
 * @param opener the build that turned it red
 * @param closer the build that ended it; null: still red
 * @param tally what was built in it
 * @param redChanges the changes of the opener's commit, sorted
 */
public record Episode(
        String repository, String workflow, Step opener, Step closer, Tally tally, List<String> redChanges) {

    /** The failures in the walk from the opener up to the closer. */
    public int failures() {
        return tally.failures();
    }

    /** All builds in the walk from the opener to the closer. */
    public int attempts() {
        return tally.attempts();
    }

    public boolean open() {
        return closer == null;
    }

    /** Whether it ended before some moment. */
    public boolean endedBefore(long moment) {
        return !open() && closer.at() < moment;
    }

    /** From start to end, milliseconds; null: still red. */
    public Long timeToGreenMs() {
        return open() ? null : closer.at() - opener.at();
    }

    /** Whether main was still red by this episode at a step of the walk. */
    boolean covers(Step step) {
        return opener.compareTo(step) <= 0 && (open() || closer.compareTo(step) >= 0);
    }

    /** Whether it ends where another one would. */
    boolean endsWith(Step end) {
        return Objects.equals(closer, end);
    }

    Episode blamedOn(List<String> changes) {
        return new Episode(repository, workflow, opener, closer, tally, changes);
    }

    /** Whether a step that comes or goes may change this episode: it lies inside, or was known before the end. */
    boolean concernedBy(Step step) {
        return open() || closer.compareTo(step) >= 0 || closer.at() >= step.at();
    }
}
