package dev.streamgauge.connectors.alerting.receivers;

import dev.streamgauge.connectors.alerting.http.Call;
import dev.streamgauge.connectors.alerting.http.Caller;
import dev.streamgauge.connectors.alerting.http.Reply;
import dev.streamgauge.connectors.alerting.notices.Words;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Later;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Calls, and says what an answer means.
 *
 * @param longestWait the most that an answer may ask to wait
 */
record Line(Caller caller, Duration longestWait) {

    /** What no repetition mends. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 401, 403, 404, 410, 413, 422);

    private static final int SHOWN = 200;

    /** What became of a call. */
    Outcome send(Call call, Instant now) throws InterruptedException {
        return send(call, now, reply -> Outcome.accepted());
    }

    /** The same, where a receiver says in the body of a good answer what is wrong. */
    Outcome send(Call call, Instant now, Function<Reply, Outcome> good) throws InterruptedException {
        try {
            Reply reply = caller.call(call);
            return reply.status() / 100 == 2 ? good.apply(reply) : bad(reply, now);
        } catch (IOException e) {
            return Outcome.later(e.getMessage());
        }
    }

    private Outcome bad(Reply reply, Instant now) {
        String said = reply.body().strip().replaceAll("\\p{Cntrl}+", " ");
        String why = "HTTP %d%s".formatted(reply.status(), said.isEmpty() ? "" : ": " + Words.cut(said, SHOWN));
        if (FOR_GOOD.contains(reply.status())) {
            return new Refused("http_" + reply.status(), why);
        }
        return reply.status() / 100 == 3
                ? Outcome.later("HTTP %d: redirects are not followed, configure the address that it leads to"
                        .formatted(reply.status()))
                : new Later(why, wait(reply, now));
    }

    /** How long an answer asks to wait, within bounds. */
    Optional<Duration> wait(Reply reply, Instant now) {
        return reply.retryAfter()
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : until(text, now))
                .map(asked -> asked.isNegative() ? Duration.ZERO : asked)
                .map(asked -> asked.compareTo(longestWait) > 0 ? longestWait : asked);
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            Instant until = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
