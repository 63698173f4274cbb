package dev.streamgauge.standalone.cli;

/** Why something failed, in the words of whoever noticed first; libraries wrap that in words that help nobody. */
public final class Causes {

    private Causes() {}

    /** The message of the innermost cause that has one. */
    public static String of(Throwable failure) {
        String message = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String own = cause.getMessage();
            message = own == null || own.isBlank() ? message : own;
        }
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
