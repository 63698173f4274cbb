package dev.streamgauge.standalone.cli;

/** How the process ends. */
public final class ExitCode {

    public static final int OK = 0;
    /** Failed, for a reason that the message explains. */
    public static final int FAILED = 1;

    public static final int WRONG_USAGE = 2;
    /** Done, but some input was dead-lettered. */
    public static final int DEAD_LETTERED = 3;
    /** Done, and something is due: the topics are not as they should be. */
    public static final int DUE = 4;
    /** Failed for a reason that nobody foresaw. */
    public static final int UNEXPECTED = 70;

    private ExitCode() {}
}
