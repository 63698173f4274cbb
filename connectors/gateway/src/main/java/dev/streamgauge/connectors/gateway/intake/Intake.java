package dev.streamgauge.connectors.gateway.intake;

import dev.streamgauge.connectors.gateway.config.GatewayConfig.Keep;
import dev.streamgauge.connectors.gateway.intake.Parcel.Part;
import dev.streamgauge.connectors.providers.Delivery;
import dev.streamgauge.connectors.providers.Mapped;
import dev.streamgauge.connectors.providers.Mapped.Events;
import dev.streamgauge.connectors.providers.Mapped.Ignored;
import dev.streamgauge.connectors.providers.Mapped.Unmappable;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.schemas.Refusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes verified deliveries in. Whatever is in them, something becomes of them, and it is counted. */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final DoorRules rules;
    private final Publisher publisher;
    private final Evidence evidence;
    private final Consumer<String> notKept;

    /** @param notKept told the name of a source of which a delivery is too large to be kept as received */
    public Intake(DoorRules rules, Keep keep, Publisher publisher, Consumer<String> notKept) {
        this.rules = rules;
        this.publisher = publisher;
        this.evidence = new Evidence(keep);
        this.notKept = notKept;
    }

    /**
     * Takes a delivery in. Only now may anybody parse it.
     *
     * @return completed when the broker has acknowledged; failed if it may succeed later, see {@link Publisher#publish}
     */
    public CompletableFuture<Result> take(Source source, Delivery received) {
        Delivery delivery = new Delivery(KeptHeaders.of(received.headers()), received.body(), received.receivedAt());
        Mapped mapped = map(source, delivery);
        if (mapped instanceof Unmappable problem) {
            return unreadable(source, delivery, problem);
        }
        Parcel parcel =
                new Parcel(mapped instanceof Events events ? events.events() : List.of(), raw(source, delivery), null);
        return publish(source, parcel, result(mapped))
                .exceptionallyCompose(failure -> unwrapped(failure) instanceof UnpublishableException refused
                        ? unreadable(source, delivery, new Unmappable(refused.reason(), refused.getMessage()))
                        : CompletableFuture.failedFuture(failure));
    }

    private static Result result(Mapped mapped) {
        if (mapped instanceof Ignored ignored) {
            return new Result.Ignored(ignored.kind());
        }
        return new Result.Accepted(mapped instanceof Events events ? events.ignored() : List.of());
    }

    /** Takes in what is signed, but cannot even be decompressed. */
    public CompletableFuture<Result> takeBroken(Source source, Delivery received, String message) {
        return quarantine(source, received, new Unmappable(Refusal.UNDECODABLE, message));
    }

    /** Takes in what nobody should even try to read. */
    public CompletableFuture<Result> quarantine(Source source, Delivery received, Unmappable problem) {
        Delivery delivery = new Delivery(KeptHeaders.of(received.headers()), received.body(), received.receivedAt());
        return unreadable(source, delivery, problem);
    }

    // A mapper that fails is our mistake, not the sender's, and no reason to lose what it sent.
    private Mapped map(Source source, Delivery delivery) {
        try {
            return source.provider().map(delivery, rules);
        } catch (RuntimeException e) {
            LOG.error(
                    "The mapper of {} failed, the delivery is quarantined: {} at {}",
                    source.provider().name(),
                    e.getClass().getSimpleName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            return new Unmappable(
                    Refusal.UNDECODABLE, "The mapper failed: " + e.getClass().getSimpleName());
        }
    }

    private CompletableFuture<Result> unreadable(Source source, Delivery delivery, Unmappable problem) {
        if (source.provesNothing()) {
            return CompletableFuture.completedFuture(new Result.Refused(
                    problem.reason().code(), problem.advice() == null ? problem.message() : problem.advice()));
        }
        Parcel parcel = new Parcel(List.of(), raw(source, delivery), evidence.letter(source, delivery, problem));
        Result result = new Result.Quarantined(problem.reason().code(), problem.advice());
        return publish(source, parcel, result)
                .exceptionallyCompose(failure -> unwrapped(failure) instanceof UnpublishableException
                        ? publish(
                                source,
                                new Parcel(List.of(), null, evidence.shortLetter(source, delivery, problem)),
                                result)
                        : CompletableFuture.failedFuture(failure));
    }

    private Message raw(Source source, Delivery delivery) {
        if (evidence.isTooLarge(delivery)) {
            notKept.accept(source.name());
        }
        return evidence.raw(source, delivery);
    }

    // What is too large to be kept as received does not hold up the rest.
    private CompletableFuture<Result> publish(Source source, Parcel parcel, Result result) {
        if (parcel.isEmpty()) {
            return CompletableFuture.completedFuture(result);
        }
        return publisher
                .publish(parcel)
                .exceptionallyCompose(failure -> isRaw(failure)
                        ? publisher.publish(notKept(source, parcel))
                        : CompletableFuture.failedFuture(failure))
                .thenApply(acknowledged -> result);
    }

    private static boolean isRaw(Throwable failure) {
        return unwrapped(failure) instanceof UnpublishableException refused && refused.part() == Part.RAW;
    }

    private Parcel notKept(Source source, Parcel parcel) {
        notKept.accept(source.name());
        return parcel.withoutRaw();
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
