package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import java.util.List;

/** A provider's API with our credentials. One thread uses it at a time; {@link #close} may come from any. */
public interface Source extends AutoCloseable {

    /**
     * The repositories that the settings mean, as the provider spells them, each once and in a stable order: those that are named, and those of the patterns
     * and organisations that exist and are not archived.
     */
    List<String> repositories() throws ApiException, InterruptedException;

    /** The streams of a repository. Calls nothing yet. */
    List<PollStream> streams(String repository);

    /** What is left to call with. */
    RateBudget.State budget();

    /** Ends a call that is under way; no other is answered. */
    @Override
    void close();
}
