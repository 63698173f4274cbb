package dev.streamgauge.checks.performance;

/** Does something over and over in a thread of its own, until it is closed or there is nothing left to do. */
final class Loop implements AutoCloseable {

    private final Thread thread;
    private volatile boolean enough;

    /** Whether there is more to do after this time. */
    @FunctionalInterface
    interface Step {
        boolean again();
    }

    Loop(String name, Step step) {
        this.thread = new Thread(() -> run(step), name);
    }

    private void run(Step step) {
        boolean more = true;
        while (more && !enough) {
            more = step.again();
        }
    }

    void begin() {
        thread.start();
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    /** Returns when the last step is done. */
    @Override
    public void close() {
        enough = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
