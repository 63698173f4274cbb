package dev.streamgauge.standalone.broker;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.image.publisher.MetadataPublisher;

/**
 * The broker of a killed run, which the controller takes for alive and for the leader of every partition.
 *
 * <p>A broker that starts with that belief loads the open transactions, and then sees its partitions lose their leaders for a moment,
 * when the former registration ends. If Kafka 4.3 looks for a leader in that moment, it takes the partition for deleted, leaves out the
 * marker that ends the transaction and calls the transaction complete: readers of committed records wait there for ever. So the former
 * registration has to go before the broker looks. All partitions then get their leaders back at once.
 */
final class FormerRun implements MetadataPublisher {

    private static final long LIMIT_SECONDS = 60;

    private final CompletableFuture<Boolean> registered = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    /**
     * Returns when nobody who reads metadata from this loader sees the former run any more.
     *
     * @param controller where the controller listens
     * @throws KafkaException if the controller does not do it in time
     */
    void forget(MetadataLoader loader, InetSocketAddress controller) {
        try {
            await(loader.installPublishers(List.of(this)));
            if (await(registered)) {
                unregister(controller.getHostString() + ":" + controller.getPort());
                await(gone);
            }
            await(loader.removeAndClosePublisher(this));
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the controller does not forget the run that was killed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public String name() {
        return "FormerRun";
    }

    // The loader's first image is complete: it holds all that was committed before this start.
    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        boolean isThere = image.cluster().broker(BrokerSettings.NODE_ID) != null;
        registered.complete(isThere);
        if (!isThere) {
            gone.complete(null);
        }
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private static void unregister(String controller)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, controller))) {
            await(admin.unregisterBroker(BrokerSettings.NODE_ID)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture());
        }
    }

    private static <T> T await(CompletableFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
