package dev.streamgauge.connectors.providers.rules;

import java.time.Instant;
import java.util.List;

/**
 * A commit as a provider tells of it, before anything is decided.
 *
 * @param sha its full hash
 * @param parents null: not said
 * @param message the whole message; empty if it is not told
 * @param authorName null: not said
 * @param authorEmail null: not said, or withheld
 * @param account the author's account. {@link Account#UNKNOWN}: not said
 * @param authoredAt null: not said
 * @param committedAt null: not said
 * @param paths the files that it touches; null: not said, or not all of them
 */
public record CommitText(
        String sha,
        List<String> parents,
        String message,
        String authorName,
        String authorEmail,
        Account account,
        Instant authoredAt,
        Instant committedAt,
        List<String> paths) {}
