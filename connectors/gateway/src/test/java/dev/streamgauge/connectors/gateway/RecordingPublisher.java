package dev.streamgauge.connectors.gateway;

import dev.streamgauge.connectors.gateway.intake.Parcel;
import dev.streamgauge.connectors.gateway.intake.Publisher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Stands where Kafka would: remembers what it gets, and answers as it is told. */
final class RecordingPublisher implements Publisher {

    private final List<Parcel> parcels = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Parcel, CompletableFuture<Void>> answer =
            parcel -> CompletableFuture.completedFuture(null);
    private volatile boolean ready = true;

    void answer(Function<Parcel, CompletableFuture<Void>> how) {
        answer = how;
    }

    void ready(boolean is) {
        ready = is;
    }

    /** All that it got, in the order of arrival. */
    List<Parcel> parcels() {
        return List.copyOf(parcels);
    }

    @Override
    public CompletableFuture<Void> publish(Parcel parcel) {
        parcels.add(parcel);
        return answer.apply(parcel);
    }

    @Override
    public Optional<String> waiting() {
        return ready ? Optional.empty() : Optional.of("Kafka is away");
    }

    @Override
    public void close() {}
}
