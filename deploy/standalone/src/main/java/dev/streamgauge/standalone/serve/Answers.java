package dev.streamgauge.standalone.serve;

import dev.streamgauge.standalone.StandaloneException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** What a cluster answers. */
public final class Answers {

    private Answers() {}

    /**
     * The answer.
     *
     * @throws ClusterException if the cluster does not answer, or refuses to
     */
    public static <T> T of(KafkaFuture<T> future) throws ClusterException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new ClusterException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StandaloneException("Interrupted", e);
        }
    }

    /**
     * The answer, or nothing if it fails in the one way that is well.
     *
     * @throws ClusterException if it fails in another
     */
    public static <T> Optional<T> unless(Class<? extends Exception> well, KafkaFuture<T> future)
            throws ClusterException {
        try {
            return Optional.ofNullable(of(future));
        } catch (ClusterException e) {
            if (well.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
