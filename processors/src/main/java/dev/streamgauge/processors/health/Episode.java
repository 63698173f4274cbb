package dev.streamgauge.processors.health;

/**
 * A time in which a workflow was red on main.
 *
 * @param opener the build that turned it red
 * @param closer the build that ended it; null: still red
 * @param failures the failures in the walk from the opener up to the closer
 */
public record Episode(String repository, String workflow, Step opener, Step closer, int failures) {

    public boolean open() {
        return closer == null;
    }

    /** From start to end, milliseconds; null: still red. */
    public Long timeToGreenMs() {
        return open() ? null : closer.at() - opener.at();
    }

    /** Whether main was still red by this episode at a step of the walk. */
    boolean covers(Step step) {
        return opener.compareTo(step) <= 0 && (open() || closer.compareTo(step) >= 0);
    }

    /** Whether a step that comes or goes may change this episode: it lies inside, or was known before the end. */
    boolean concernedBy(Step step) {
        return open() || closer.compareTo(step) >= 0 || closer.at() >= step.at();
    }
}
